package org.yici.admin.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import org.yici.admin.dispatch.FairDispatcher.Overflow;

/** What one sender has waiting, and whether it is its turn. Guarded by the dispatcher's lock. */
final class SenderQueue<M> {
    private final String sender;
    private final Deque<Waiting<M>> waiting = new ArrayDeque<>();
    private final Map<Overflow, Integer> counts = new EnumMap<>(Overflow.class);
    private long heldBytes;
    private boolean scheduled;

    /** @param bytes what it takes, in this queue and in total */
    record Waiting<M>(M message, long bytes, Overflow overflow) {}

    SenderQueue(String sender) {
        this.sender = sender;
    }

    String sender() {
        return sender;
    }

    long heldBytes() {
        return heldBytes;
    }

    int count(Overflow overflow) {
        return counts.getOrDefault(overflow, 0);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether it has a turn coming, or a thread works for it. */
    boolean isScheduled() {
        return scheduled;
    }

    void setScheduled(boolean scheduled) {
        this.scheduled = scheduled;
    }

    void add(Waiting<M> next) {
        waiting.addLast(next);
        account(next, 1);
    }

    Waiting<M> take() {
        Waiting<M> first = waiting.removeFirst();
        account(first, -1);
        return first;
    }

    /** Gives up the oldest message that later ones supersede. The bytes that this frees, 0 if there is none. */
    long dropOldest() {
        for (Iterator<Waiting<M>> each = waiting.iterator(); each.hasNext(); ) {
            Waiting<M> old = each.next();
            if (old.overflow() == Overflow.DROP_OLDEST) {
                each.remove();
                account(old, -1);
                return old.bytes();
            }
        }
        return 0;
    }

    private void account(Waiting<M> one, int sign) {
        counts.merge(one.overflow(), sign, Integer::sum);
        heldBytes += sign * one.bytes();
    }
}
