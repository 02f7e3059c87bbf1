package org.yici.base.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests with one deadline over connect, headers and body, and a largest answer. {@link HttpRequest.Builder#timeout} is not enough: it
 * ends when the headers are there, so that a body that stops is waited for without end. What is given up is cancelled and its
 * connection closed.
 */
public final class BoundedHttp {
    private BoundedHttp() {}

    /**
     * Sends and does not block. The future fails with {@link HttpTimeoutException} when the whole answer is not there within {@code whole},
     * and with {@link IOException} when its body is longer than {@code largestBytes}, each perhaps as the cause of a
     * {@link CompletionException}.
     */
    public static CompletableFuture<HttpResponse<byte[]>> sendAsync(
            HttpClient client, HttpRequest request, Duration whole, int largestBytes) {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request, BoundedBody.handler(largestBytes));
        return exchange.copy()
                .orTimeout(whole.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> {
                    if (failure == null) {
                        return response;
                    }
                    exchange.cancel(true);
                    throw new CompletionException(
                            failure instanceof TimeoutException ? tooLate(whole) : cause(failure));
                });
    }

    /** The same, and waits for it; interrupting the thread gives the request up. */
    public static HttpResponse<byte[]> send(HttpClient client, HttpRequest request, Duration whole, int largestBytes)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request, BoundedBody.handler(largestBytes));
        try {
            return exchange.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw tooLate(whole);
        } catch (ExecutionException e) {
            Throwable cause = cause(e);
            throw cause instanceof IOException seen ? seen : new IOException(cause.toString(), cause);
        } finally {
            exchange.cancel(true);
        }
    }

    private static HttpTimeoutException tooLate(Duration whole) {
        return new HttpTimeoutException("no whole answer within " + whole.toMillis() + " ms");
    }

    private static Throwable cause(Throwable failure) {
        boolean wraps = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wraps && failure.getCause() != null ? failure.getCause() : failure;
    }
}
