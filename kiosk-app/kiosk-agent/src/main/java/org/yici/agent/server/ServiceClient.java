package org.yici.agent.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.yici.base.http.BoundedHttp;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.https.EnrolmentAnswer;
import org.yici.contract.https.EnrolmentRequest;
import org.yici.contract.https.PassAnswer;
import org.yici.contract.https.Problem;
import org.yici.contract.https.Resources;

/**
 * The agent's own requests to the service. Blocks, at most 20 s, from connecting to the last byte of the answer;
 * {@link RefusedException} for a no, {@link IOException} for no answer.
 */
public final class ServiceClient {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(8);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    /** A pass, a certificate chain or a problem is a few kilobytes. */
    private static final int LARGEST_ANSWER = 64 << 10;

    private static final int OK = 200;

    private final URI service;
    private final Duration whole;
    private final HttpClient client;

    public ServiceClient(URI service, SSLContext tls) {
        this(service, tls, ANSWER_WITHIN);
    }

    /** The same with another limit for the whole of a request. */
    ServiceClient(URI service, SSLContext tls, Duration whole) {
        this.service = service;
        this.whole = whole;
        this.client = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(CONNECT_WITHIN)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** A fresh pass; needs the terminal's key. */
    public GrantedAccessToken pass() throws IOException, InterruptedException {
        HttpResponse<byte[]> response = post(Resources.PASS, BodyPublishers.noBody());
        return new GrantedAccessToken(read(Resources.PASS, response, PassAnswer.class), date(response));
    }

    private Instant date(HttpResponse<byte[]> response) throws IOException {
        String date = response.headers().firstValue("Date").orElse("");
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
        } catch (DateTimeParseException e) {
            throw new IOException(service + Resources.PASS + " answers without a Date: \"" + date + "\"", e);
        }
    }

    /** Asks for the terminal's certificate. */
    public EnrolmentAnswer enrol(EnrolmentRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = post(Resources.ENROLMENT, BodyPublishers.ofByteArray(Json.write(request)));
        return read(Resources.ENROLMENT, response, EnrolmentAnswer.class);
    }

    private HttpResponse<byte[]> post(String resource, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(resource))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .POST(body)
                .build();
        HttpResponse<byte[]> response = send(request);
        if (response.statusCode() != OK) {
            throw refusal(resource, response);
        }
        return response;
    }

    private <T> T read(String resource, HttpResponse<byte[]> response, Class<T> answer) throws IOException {
        try {
            return Json.read(response.body(), answer);
        } catch (MalformedMessageException e) {
            throw new IOException(service + resource + " answers " + e.getMessage(), e);
        }
    }

    /** The client's own words for "nobody there" are none at all. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return BoundedHttp.send(client, request, whole, LARGEST_ANSWER);
        } catch (ConnectException | HttpTimeoutException e) {
            throw new IOException(service + " does not answer (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static RefusedException refusal(String resource, HttpResponse<byte[]> response) {
        try {
            Problem problem = Json.read(response.body(), Problem.class);
            return new RefusedException(resource, response.statusCode(), text(problem.code()), text(problem.detail()));
        } catch (MalformedMessageException e) {
            return new RefusedException(resource, response.statusCode(), "", "");
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
