package org.yici.driver.ipp;

import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import org.yici.base.Time;
import org.yici.base.http.BoundedBody;
import org.yici.device.DeviceThread;

/**
 * IPP over HTTP/1.1 (RFC 8010). Nothing is written to disk, no proxy is used, no redirect is followed, and a request is sent once: the
 * JDK's client does not repeat a POST. On the device's thread only, which goes on telling listeners while it waits.
 */
final class IppLink {
    /** A printer in the same cabinet answers in milliseconds; one that wakes up takes a second or two. */
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** What is asked for needs a few kilobytes. */
    private static final int LARGEST_ANSWER = 1 << 20;

    private static final Duration SLICE = Duration.ofMillis(100);

    private final URI uri;
    private final DeviceThread thread;
    private final Time time;
    private final HttpClient http;

    /** @param certificate see {@link PinnedCertificate}; for {@code https} only */
    IppLink(URI uri, Optional<String> certificate, DeviceThread thread, Time time) {
        this.uri = uri;
        this.thread = thread;
        this.time = time;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT);
        if ("https".equals(uri.getScheme())) {
            builder.sslContext(new PinnedCertificate(certificate).context());
        }
        http = builder.build();
    }

    /** Sends {@code packet} followed by {@code document} and waits at most {@code limit} for the whole answer. */
    IppReply send(IppPacket packet, byte[] document, Duration limit) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/ipp")
                .header("Accept", "application/ipp")
                .POST(body(packet, document))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BoundedBody.handler(LARGEST_ANSWER));
        answer.whenComplete((response, failure) -> thread.wake());
        long sent = time.nanos();
        while (!answer.isDone()) {
            if (!thread.running() || time.since(sent).compareTo(limit) > 0) {
                answer.cancel(true);
                return new IppReply.Broken("no answer");
            }
            thread.pause(SLICE);
        }
        return reply(answer);
    }

    private static BodyPublisher body(IppPacket packet, byte[] document) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try {
            packet.write(header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return BodyPublishers.concat(
                BodyPublishers.ofByteArray(header.toByteArray()), BodyPublishers.ofByteArray(document));
    }

    private static IppReply reply(CompletableFuture<HttpResponse<byte[]>> answer) {
        try {
            HttpResponse<byte[]> response = answer.join();
            int code = response.statusCode();
            if (code >= 400 && code < 500) {
                return new IppReply.HttpRefused(code);
            }
            return code == 200 ? parsed(response.body()) : new IppReply.Garbled("HTTP " + code);
        } catch (CompletionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        }
    }

    /** What {@code body} says; never an exception. */
    static IppReply parsed(byte[] body) {
        try {
            return new IppReply.Answer(IppPacket.read(new ByteArrayInputStream(Outline.readable(body))));
        } catch (IOException | RuntimeException e) {
            return new IppReply.Garbled("not IPP: " + e.getClass().getSimpleName());
        }
    }

    private static IppReply failed(Throwable cause) {
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            if (reason instanceof PinnedCertificate.Unknown unknown) {
                return new IppReply.Untrusted(unknown.sha256());
            }
        }
        String seen = cause.getClass().getSimpleName();
        boolean nothingSent = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException
                || cause instanceof UnresolvedAddressException;
        return nothingSent ? new IppReply.Unreachable(seen) : new IppReply.Broken(seen);
    }
}
