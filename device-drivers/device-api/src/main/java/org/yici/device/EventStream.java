package org.yici.device;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Tells events to listeners, each on {@code executor}; what came before a subscription is not told. For drivers; thread-safe. */
public final class EventStream<E> {
    private final List<Listener<E>> listeners = new CopyOnWriteArrayList<>();
    private final Executor executor;

    public EventStream(Executor executor) {
        this.executor = executor;
    }

    /** Tells all who listen now. */
    public void tell(E event) {
        listeners.forEach(listener -> executor.execute(() -> listener.tell(event)));
    }

    /** Tells each event from now on. */
    public Subscription subscribe(Consumer<? super E> consumer) {
        Listener<E> listener = new Listener<>(consumer);
        listeners.add(listener);
        return () -> {
            listeners.remove(listener);
            listener.ended = true;
        };
    }

    private static final class Listener<E> {
        private final Consumer<? super E> consumer;
        private volatile boolean ended;

        Listener(Consumer<? super E> consumer) {
            this.consumer = consumer;
        }

        void tell(E event) {
            if (!ended) {
                consumer.accept(event);
            }
        }
    }
}
