package org.yici.check.measure;

import java.io.IOException;
import java.util.List;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Unmet;
import tools.jackson.databind.JsonNode;

/** Follows one session's use of the processor until the process is gone; looks every few milliseconds, in a thread of its own. */
final class Fate {
    private static final long BETWEEN_MS = 10;

    private final long pid;
    private final double before;
    private final Thread watch = new Thread(this::watch, "fate");
    private volatile double last;

    private Fate(long pid, double before) {
        this.pid = pid;
        this.before = before;
        this.last = before;
        watch.setDaemon(true);
        watch.start();
    }

    /** Of the session that has the screen: the older one, for the one behind was started when the one before it went. */
    static Fate ofFront(Rig rig) throws IOException {
        JsonNode programs = rig.keeper().programs();
        long front = List.of("session-1", "session-2").stream()
                .map(name -> Proc.javaOf(programs.path(name).path("pid").asLong())
                        .orElseThrow(() -> new Unmet(name + " is not running")))
                .max((one, other) -> Double.compare(
                        Proc.age(one).orElse(0.0), Proc.age(other).orElse(0.0)))
                .orElseThrow();
        return new Fate(front, Proc.cpu(front).orElse(0.0));
    }

    private void watch() {
        try {
            while (Proc.cpu(pid).map(this::note).isPresent()) {
                Thread.sleep(BETWEEN_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double note(double now) {
        last = Math.max(last, now);
        return now;
    }

    /** Seconds used since this was made; waits for the end. */
    double used() throws InterruptedException {
        watch.join();
        return last - before;
    }
}
