package org.yici.device;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Tells events to listeners, each on {@code executor}, which must queue. A device works from its start on, and its first listener comes a
 * little later: what happened before is held, the newest 16 events of it, and told to that one first. Later listeners hear what happens
 * from then on. For drivers; thread-safe.
 */
public final class EventStream<E> {
    private static final int MOST_HELD = 16;

    private final List<Listener<E>> listeners = new CopyOnWriteArrayList<>();
    private final Queue<E> held = new ArrayDeque<>();
    private final Executor executor;
    private boolean listenedTo;

    public EventStream(Executor executor) {
        this.executor = executor;
    }

    /** Tells all who listen now, or holds it for the first who will. */
    public synchronized void tell(E event) {
        if (!listenedTo) {
            if (held.size() == MOST_HELD) {
                held.remove();
            }
            held.add(event);
        }
        listeners.forEach(listener -> executor.execute(() -> listener.tell(event)));
    }

    /** Tells each event from now on; to the first who calls this, what was held as well. */
    public synchronized Subscription subscribe(Consumer<? super E> consumer) {
        Listener<E> listener = new Listener<>(consumer);
        listenedTo = true;
        for (E event = held.poll(); event != null; event = held.poll()) {
            E before = event;
            executor.execute(() -> listener.tell(before));
        }
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
