package org.yici.check.rig;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The screen as somebody in front of it uses it: reads sentences and touches what has a name. Every wait ends as soon as what was
 * waited for is there. Needs a demo with its onlooker ({@code deploy/lib/with-demo --onlooker}). One thread.
 */
public final class Glass {
    /** How long {@link #sees} looks; a machine may be slow. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Touches do not count for the first 300 ms of a screen; the rest is for a screen that comes in between. */
    private static final Duration SETTLED = Duration.ofMillis(400);

    private final Bench bench;

    public Glass(Bench bench) {
        this.bench = bench;
    }

    /** What is there now. */
    public Sight now() throws IOException, InterruptedException {
        return after(-1, Duration.ZERO);
    }

    /** What is there once it differs from the sight of number {@code seq}, or after {@code longest}. */
    public Sight after(long seq, Duration longest) throws IOException, InterruptedException {
        return Sight.of(bench.onlooker(seq, longest));
    }

    /** Looks until all {@code sentences} are on the screen at once. */
    public Sight sees(String... sentences) throws IOException, InterruptedException {
        return sees(PATIENCE, sentences);
    }

    public Sight sees(Duration within, String... sentences) throws IOException, InterruptedException {
        return looks(sight -> sight.saysAll(sentences), String.join(" + ", sentences), within);
    }

    /**
     * Looks for at most {@code within} until what is there satisfies {@code wanted}.
     *
     * @throws Unmet telling what was there instead
     */
    public Sight looks(Predicate<Sight> wanted, String what, Duration within) throws IOException, InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        Sight sight = now();
        while (!wanted.test(sight)) {
            Duration left = Duration.ofNanos(until - System.nanoTime());
            if (left.isNegative() || left.isZero()) {
                throw new Unmet("not on the screen: " + what + "; it reads: " + sight.all());
            }
            sight = after(sight.seq(), left);
        }
        return sight;
    }

    /** Touches the button of this name once its screen has stood still long enough for a touch to count. */
    public void touches(String button) throws IOException, InterruptedException {
        Sight sight = looks(seen -> seen.offers(button), "a button " + button, PATIENCE);
        long since = System.nanoTime();
        for (Duration left = SETTLED;
                !left.isNegative() && !left.isZero();
                left = SETTLED.minusNanos(System.nanoTime() - since)) {
            Sight next = after(sight.seq(), left);
            if (!next.still().equals(sight.still())) {
                since = System.nanoTime();
                next = next.offers(button) ? next : looks(seen -> seen.offers(button), "a button " + button, PATIENCE);
            }
            sight = next;
        }
        Optional<Sight.Node> node = sight.button(button);
        bench.touch(
                node.orElseThrow().x() + node.orElseThrow().w() / 2,
                node.orElseThrow().y() + node.orElseThrow().h() / 2);
    }
}
