package org.yici.session.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.yici.base.http.BoundedHttp;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Offers;
import org.yici.contract.https.OffersRequest;
import org.yici.contract.https.Problem;
import org.yici.contract.https.ProblemCode;
import org.yici.contract.https.Resources;
import org.yici.kiosk.port.ServerResult;
import org.yici.service.certificate.CertificateApi;

/**
 * Asks the service's terminal API ({@link Resources}). TLS leads to the terminal's own anchor, redirects and proxies are not followed,
 * and every request has a deadline. Nothing is repeated here: that is the citizen's choice, under the same key.
 */
public final class HttpServerApi implements CertificateApi {
    private static final int LARGEST_OFFERS = 256 << 10;
    /** The document in base64, and what stands around it. */
    private static final int LARGEST_COPY = Json.LONGEST_TEXT + (64 << 10);

    /** Of all that a request takes; a citizen waits no longer without being told. */
    private final Duration whole;

    private final URI service;
    private final AccessTokenHolder passes;
    private final HttpClient client;

    /**
     * @param connect a machine that is there answers within it, also over a bad line
     * @param whole from the call to the last byte of the answer
     */
    public HttpServerApi(URI service, SSLContext tls, AccessTokenHolder passes, Duration connect, Duration whole) {
        this.service = service;
        this.passes = passes;
        this.whole = whole;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(tls)
                .connectTimeout(connect)
                .executor(Executors.newFixedThreadPool(2, HttpServerApi::thread))
                .build();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "centre");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public CompletableFuture<ServerResult<Offers>> offers(OffersRequest request) {
        return ask(Resources.OFFERS, request, Optional.empty(), Offers.class, LARGEST_OFFERS);
    }

    @Override
    public CompletableFuture<ServerResult<IssuedCopy>> issue(UUID key, CopyRequest request) {
        return ask(Resources.COPIES, request, Optional.of(key), IssuedCopy.class, LARGEST_COPY);
    }

    private <T> CompletableFuture<ServerResult<T>> ask(
            String path, Object request, Optional<UUID> key, Class<T> type, int largestBytes) {
        Optional<String> pass = passes.pass();
        if (pass.isEmpty()) {
            return CompletableFuture.completedFuture(new ServerResult.Unreachable<>());
        }
        HttpRequest.Builder http = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + pass.get())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(request)));
        key.ifPresent(value -> http.header(Resources.IDEMPOTENCY_KEY, value.toString()));
        return BoundedHttp.sendAsync(client, http.build(), whole, largestBytes)
                .handle((response, failure) ->
                        failure == null ? read(response, type) : new ServerResult.Unreachable<>());
    }

    private static <T> ServerResult<T> read(HttpResponse<byte[]> response, Class<T> type) {
        try {
            if (response.statusCode() == 200) {
                return new ServerResult.Success<>(Json.read(response.body(), type));
            }
            Problem problem = Json.read(response.body(), Problem.class);
            for (ProblemCode code : ProblemCode.values()) {
                if (code.name().equals(problem.code())) {
                    return new ServerResult.Refused<>(code);
                }
            }
        } catch (MalformedMessageException e) {
            // Neither an answer nor a problem of ours; told as a fault of the server below.
        }
        return new ServerResult.ServerError<>();
    }
}
