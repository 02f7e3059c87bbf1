package org.yici.check.faults;

import java.io.IOException;
import java.time.Duration;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Unmet;

/** How often the centre was told of something since this was made. */
final class EventCount {
    private static final Duration ARRIVE = Duration.ofSeconds(60);

    private final Rig rig;
    private final String code;
    private final int before;

    EventCount(Rig rig, String code) throws IOException, InterruptedException {
        this.rig = rig;
        this.code = code;
        this.before = now();
    }

    private int now() throws IOException, InterruptedException {
        return Integer.parseInt(rig.rows().ask("SELECT count(*) FROM session_event WHERE code = '" + code + "'"));
    }

    /** Waits until it was told {@code times} times, and finds that it was not told more often. */
    void is(int times) throws IOException, InterruptedException {
        Rig.until(() -> now() - before >= times, ARRIVE, () -> code + " was told less than " + times + " times");
        int told = now() - before;
        if (told != times) {
            throw new Unmet(code + " was told " + told + " times instead of " + times);
        }
    }
}
