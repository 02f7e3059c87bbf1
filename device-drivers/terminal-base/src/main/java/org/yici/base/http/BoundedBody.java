package org.yici.base.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer in memory, refused with {@link IOException} as soon as it is longer than allowed. */
public final class BoundedBody implements BodySubscriber<byte[]> {
    private final int largestBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> source = new CompletableFuture<>();

    /** Accepts at most {@code largestBytes}. */
    public BoundedBody(int largestBytes) {
        this.largestBytes = largestBytes;
    }

    /** Accepts answers of at most {@code largestBytes}. It sets no deadline; see {@link BoundedHttp} for both. */
    public static BodyHandler<byte[]> handler(int largestBytes) {
        return head -> new BoundedBody(largestBytes);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source.complete(subscription);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (bytes.size() + buffer.remaining() > largestBytes) {
                source.join().cancel();
                whole.completeExceptionally(new IOException("an answer of more than " + largestBytes + " bytes"));
                return;
            }
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            bytes.writeBytes(part);
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.toByteArray());
    }
}
