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
    private volatile S latest;

    public StatusStream(S first, Executor executor) {
        this.latest = first;
        this.executor = executor;
    }

    public S latest() {
        return latest;
    }

    /** Sets the value; listeners hear of it if it is different. */
    public void set(S value) {
        if (replaces(value)) {
            listeners.forEach(listener -> executor.execute(() -> listener.tell(value)));
        }
    }

    private synchronized boolean replaces(S value) {
        boolean different = !value.equals(latest);
        latest = value;
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

        Listener(Consumer<? super S> consumer) {
            this.consumer = consumer;
        }

        void tell(S value) {
            if (!ended) {
                consumer.accept(value);
            }
        }
    }
}
