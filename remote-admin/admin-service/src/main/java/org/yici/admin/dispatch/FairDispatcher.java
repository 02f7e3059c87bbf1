package org.yici.admin.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yici.admin.dispatch.SenderQueue.Waiting;

/**
 * Hands messages to a fixed number of threads so that no sender keeps another waiting: each sender has a queue of its own, and the
 * queues take turns, one message a turn (round robin). At most one thread works for a sender, so its messages keep their order.
 *
 * <p>What waits is bounded for each sender and in total. One sender gets at most a fixed part of the memory that is still free, so a
 * few that send without pause leave room for all others. {@link #offer} never blocks. Thread-safe.
 */
public final class FairDispatcher<M> implements AutoCloseable {
    private final DispatchLimits limits;
    private final Handler<M> handler;
    private final Consumer<Throwable> failed;
    private final List<Thread> threads = new ArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Map<String, SenderQueue<M>> senders = new HashMap<>();
    private final Deque<SenderQueue<M>> turns = new ArrayDeque<>();
    /** Of all that waits or is being handled. */
    private long heldBytes;

    private boolean closed;

    /** Handles one message. What it throws ends the dispatcher: nothing more is handled. */
    @FunctionalInterface
    public interface Handler<M> {
        void handle(M message) throws Exception;
    }

    /** What happens to a message for which there is no room. */
    public enum Overflow {
        /** It is refused: its sender sends it again. */
        REFUSE,
        /** The sender's oldest message of this kind makes room: a later one tells more. */
        DROP_OLDEST
    }

    /**
     * @param name of the threads
     * @param failed told what ended a thread; not called for {@link #close}
     */
    public FairDispatcher(String name, DispatchLimits limits, Handler<M> handler, Consumer<Throwable> failed) {
        this.limits = limits;
        this.handler = handler;
        this.failed = failed;
        for (int i = 1; i <= limits.workers(); i++) {
            Thread thread = new Thread(this::run, name + "-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    /** Begins to handle what is offered; to be called once. */
    public void start() {
        threads.forEach(Thread::start);
    }

    /**
     * Queues the message. Never blocks.
     *
     * @param bytes size of the payload
     * @return false if one of the sender's messages was given up for want of room: this one, or an older one for it
     */
    public boolean offer(String sender, M message, int bytes, Overflow overflow) {
        Waiting<M> next = new Waiting<>(message, bytes + DispatchLimits.OVERHEAD_BYTES, overflow);
        lock.lock();
        try {
            SenderQueue<M> queue = senders.computeIfAbsent(sender, SenderQueue::new);
            boolean complete = true;
            while (closed || !hasRoom(queue, next)) {
                long freed = closed || overflow == Overflow.REFUSE ? 0 : queue.dropOldest();
                if (freed == 0) {
                    forgetIfIdle(queue);
                    return false;
                }
                heldBytes -= freed;
                complete = false;
            }
            heldBytes += next.bytes();
            queue.add(next);
            schedule(queue);
            return complete;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(SenderQueue<M> queue, Waiting<M> next) {
        long free = limits.totalBytes() - heldBytes;
        return switch (next.overflow()) {
            case REFUSE ->
                queue.count(Overflow.REFUSE) < limits.repeated()
                        && queue.heldBytes() + next.bytes() <= free / DispatchLimits.PART_OF_FREE;
            case DROP_OLDEST -> queue.count(Overflow.DROP_OLDEST) < limits.superseded() && next.bytes() <= free;
        };
    }

    private void schedule(SenderQueue<M> queue) {
        if (!queue.isScheduled()) {
            queue.setScheduled(true);
            turns.addLast(queue);
            work.signal();
        }
    }

    private void forgetIfIdle(SenderQueue<M> queue) {
        if (queue.isEmpty() && !queue.isScheduled()) {
            senders.remove(queue.sender());
        }
    }

    private void run() {
        try {
            while (true) {
                SenderQueue<M> queue = awaitTurn();
                if (queue == null) {
                    return;
                }
                handleNext(queue);
            }
        } catch (Throwable e) { // Also an Error: nobody may take a dispatcher that handles nothing for one that works.
            end(e);
        }
    }

    /** Null when closed. */
    private @Nullable SenderQueue<M> awaitTurn() throws InterruptedException {
        lock.lock();
        try {
            while (turns.isEmpty() && !closed) {
                work.await();
            }
            return closed ? null : turns.removeFirst();
        } finally {
            lock.unlock();
        }
    }

    private void handleNext(SenderQueue<M> queue) throws Exception {
        Waiting<M> next;
        lock.lock();
        try {
            if (queue.isEmpty()) {
                queue.setScheduled(false);
                forgetIfIdle(queue);
                return;
            }
            next = queue.take();
        } finally {
            lock.unlock();
        }
        handler.handle(next.message());
        lock.lock();
        try {
            heldBytes -= next.bytes();
            queue.setScheduled(false);
            if (queue.isEmpty()) {
                senders.remove(queue.sender());
            } else {
                schedule(queue);
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(Throwable failure) {
        boolean first;
        lock.lock();
        try {
            first = !closed;
            shut();
        } finally {
            lock.unlock();
        }
        if (first) {
            failed.accept(failure);
        }
    }

    private void shut() {
        closed = true;
        senders.clear();
        turns.clear();
        work.signalAll();
    }

    /** Handles nothing more and interrupts what is being handled. What waits is given up; does not wait for threads to end. */
    @Override
    public void close() {
        lock.lock();
        try {
            shut();
        } finally {
            lock.unlock();
        }
        threads.forEach(Thread::interrupt);
    }
}
