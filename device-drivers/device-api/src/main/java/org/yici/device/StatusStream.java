package org.yici.device;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Keeps the latest value and tells listeners the changes, each on {@code executor} and in order if the executor keeps order. For
 * drivers; thread-safe.
 */
public final class StatusStream<S> {
    private final List<Listener<S>> listeners = new CopyOnWriteArrayList<>();
    private final Executor executor;
    private volatile Numbered<S> latest;

    /** The value and how many changes led to it, so that nobody hears of one twice or too late. */
    private record Numbered<S>(long number, S value) {}

    public StatusStream(S first, Executor executor) {
        this.latest = new Numbered<>(0, first);
        this.executor = executor;
    }

    public S latest() {
        return latest.value();
    }

    /** Sets the value; listeners hear of it if it is different. */
    public void set(S value) {
        if (replaces(value)) {
            Numbered<S> changed = latest;
            listeners.forEach(listener -> executor.execute(() -> listener.tell(changed)));
        }
    }

    private synchronized boolean replaces(S value) {
        boolean different = !value.equals(latest.value());
        if (different) {
            latest = new Numbered<>(latest.number() + 1, value);
        }
        return different;
    }

    /** Tells the current value at once and each change. */
    public Subscription subscribe(Consumer<? super S> consumer) {
        Listener<S> listener = new Listener<>(consumer);
        listeners.add(listener);
        executor.execute(() -> listener.tell(latest));
        return () -> {
            listeners.remove(listener);
            listener.ended = true;
        };
    }

    private static final class Listener<S> {
        private final Consumer<? super S> consumer;
        private volatile boolean ended;
        private long told = -1;

        Listener(Consumer<? super S> consumer) {
            this.consumer = consumer;
        }

        void tell(Numbered<S> status) {
            if (!ended && status.number() > told) {
                told = status.number();
                consumer.accept(status.value());
            }
        }
    }
}
