package org.yici.agent.uplink;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yici.agent.store.OutboxRow;
import org.yici.base.Time;

/** The rows that were sent on this connection and are not recorded yet. At most one version of a key is among them. */
final class InFlight {
    private final Map<OutboxRow, Long> sentAt = new HashMap<>();
    private final Set<UUID> keys = new HashSet<>();
    private final Time time;

    InFlight(Time time) {
        this.time = time;
    }

    int size() {
        return sentAt.size();
    }

    boolean hasKeyOf(OutboxRow row) {
        return keys.contains(row.key());
    }

    void add(OutboxRow row) {
        sentAt.put(row, time.nanos());
        keys.add(row.key());
    }

    void remove(OutboxRow row) {
        if (sentAt.remove(row) != null) {
            keys.remove(row.key());
        }
    }

    /** Forgets what was sent longer ago than {@code patience}; tells how many that were. */
    int expire(Duration patience) {
        Set<OutboxRow> late = new HashSet<>();
        sentAt.forEach((row, nanos) -> {
            if (time.since(nanos).compareTo(patience) >= 0) {
                late.add(row);
            }
        });
        late.forEach(this::remove);
        return late.size();
    }

    void clear() {
        sentAt.clear();
        keys.clear();
    }
}
