package org.yici.bench.onlooker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Knows which of the sessions that tell is in front: the one that came there last. Any thread. */
public final class OnlookerDesk {
    private record Told(long since, JsonNode line) {}

    private final Map<Object, Told> front = new HashMap<>();
    private int tellers;
    private long seq;
    private long arrivals;

    synchronized void came() {
        tellers++;
    }

    /** A session told what it shows; {@code "front": false} for one that stands by. */
    synchronized void told(Object teller, JsonNode line) {
        if (line.path("front").asBoolean(false)) {
            long since = Optional.ofNullable(front.get(teller)).map(Told::since).orElseGet(() -> ++arrivals);
            front.put(teller, new Told(since, line));
            changed();
        } else if (front.remove(teller) != null) {
            changed();
        }
    }

    synchronized void left(Object teller) {
        tellers--;
        front.remove(teller);
        changed();
    }

    private void changed() {
        seq++;
        notifyAll();
    }

    public synchronized Sighting now() {
        Optional<JsonNode> seen = front.values().stream()
                .reduce((one, other) -> one.since() > other.since() ? one : other)
                .map(Told::line);
        return new Sighting(seq, tellers, seen);
    }

    /** Waits until something later than {@code after} is in front, at most for {@code longest}. */
    public synchronized Sighting after(long after, Duration longest) throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); seq <= after && left > 0; left = until - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return now();
    }
}
