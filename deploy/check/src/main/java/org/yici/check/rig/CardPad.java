package org.yici.check.rig;

import java.io.IOException;
import java.time.Duration;

/**
 * The pad that cards lie on. A card greets only by appearing: one that is there in the first three seconds after the reader was opened
 * counts as forgotten. So a citizen's card is laid once the session in front has had the reader open for longer than that. One thread.
 */
public final class CardPad {
    private static final Duration FORGOTTEN = Duration.ofMillis(3_500);
    private static final Duration OPENS = Duration.ofSeconds(60);

    private final Bench bench;
    private final Glass glass;
    private long session;
    private long openSince;
    private boolean open;

    CardPad(Bench bench, Glass glass) {
        this.bench = bench;
        this.glass = glass;
    }

    /** Lays a card so that it greets. */
    public void lay(String person) throws IOException, InterruptedException {
        Rig.until(this::isRipe, OPENS, () -> "no session has the reader open for 3 s");
        bench.lay(person);
    }

    /** Looks whether the reader is open, so that the three seconds count from here; called whenever nobody is in a hurry. */
    public boolean isRipe() throws IOException, InterruptedException {
        boolean now = bench.state().path("reader").path("opened").asBoolean(false);
        long front = glass.now().pid();
        if (!now || !open || front != session) {
            openSince = System.nanoTime();
        }
        open = now;
        session = front;
        return open && front != 0 && System.nanoTime() - openSince > FORGOTTEN.toNanos();
    }

    /** The reader was unplugged, reset or opened again: the three seconds begin anew. */
    public void begins() {
        open = false;
    }
}
