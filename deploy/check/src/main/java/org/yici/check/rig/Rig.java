package org.yici.check.rig;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * All of one demo at hand.
 *
 * @param ready where everything is
 */
public record Rig(Ready ready, Bench bench, Glass glass, CardPad pad, KeeperControl keeper, Rows rows) {
    private static final long BREATH_NANOS = 50_000_000;

    /** The demo that {@code deploy/lib/with-demo} started this program in. */
    public static Rig ofEnvironment() {
        return of(Ready.ofEnvironment());
    }

    public static Rig of(Ready ready) {
        Bench bench = new Bench(ready.bench());
        Glass glass = new Glass(bench);
        return new Rig(
                ready,
                bench,
                glass,
                new CardPad(bench, glass),
                new KeeperControl(Path.of(ready.keeper())),
                new Rows(ready));
    }

    /** Something that can be looked up. */
    public interface Look {
        boolean isSo() throws IOException, InterruptedException;
    }

    /**
     * Looks again and again, for what nothing tells when it changes.
     *
     * @throws Unmet with {@code otherwise} if it is not so within {@code within}
     */
    public static void until(Look look, Duration within, Supplier<String> otherwise)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (!look.isSo()) {
            if (System.nanoTime() - end > 0) {
                throw new Unmet(otherwise.get());
            }
            LockSupport.parkNanos(BREATH_NANOS);
        }
    }
}
