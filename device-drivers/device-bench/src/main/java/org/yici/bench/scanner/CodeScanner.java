package org.yici.bench.scanner;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The scanner behind the line: what is held before it, whether it looks, and what it saw. A triggered one looks for one code
 * after each trigger and for five seconds at most; one without a trigger sees each code once, until that is taken away. Any thread.
 */
public final class CodeScanner {
    /** Triggered scanners can be set to a time; this is of the order that they come with. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private final Set<ScannerQuirk> quirks = EnumSet.noneOf(ScannerQuirk.class);
    private Optional<HeldCode> held = Optional.empty();
    private int seen;
    private boolean powered;
    private boolean looksAlways;
    private boolean seenSincePower;
    private OptionalLong triggeredAt = OptionalLong.empty();

    /**
     * @param nanos a clock that only runs forward, as {@link System#nanoTime()}
     */
    CodeScanner(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Holds a code before the scanner instead of any other. To hold what is held already changes nothing. */
    public synchronized void hold(HeldCode code) {
        if (!held.equals(Optional.of(code))) {
            held = Optional.of(code);
            seen = 0;
            seenSincePower = false;
        }
    }

    /** Takes the code away. False: none was held. */
    public synchronized boolean take() {
        boolean was = held.isPresent();
        held = Optional.empty();
        seenSincePower = false;
        return was;
    }

    public synchronized Optional<HeldCode> held() {
        return held;
    }

    /** How often the code that is held, or the last one, was seen since it was held there. */
    public synchronized int seen() {
        return seen;
    }

    /** Whether it would see a code now. */
    public synchronized boolean isLooking() {
        return powered && (looksAlways || triggeredAt.isPresent() && !isOver(triggeredAt.getAsLong()));
    }

    private boolean isOver(long since) {
        return nanos.getAsLong() - since >= LOOK.toNanos();
    }

    /** From now on so, or no longer. */
    public synchronized void set(ScannerQuirk quirk, boolean on) {
        if (on) {
            quirks.add(quirk);
        } else {
            quirks.remove(quirk);
        }
    }

    public synchronized boolean has(ScannerQuirk quirk) {
        return quirks.contains(quirk);
    }

    /** With power it knows nothing of what was before, and an old trigger is forgotten. */
    synchronized void powerOn(boolean withoutTrigger) {
        powered = true;
        looksAlways = withoutTrigger;
        seenSincePower = false;
        triggeredAt = OptionalLong.empty();
    }

    synchronized void powerOff() {
        powered = false;
    }

    /** The trigger is pulled: looks for one code from now on. */
    synchronized void trigger() {
        if (!has(ScannerQuirk.DEAD_TRIGGER)) {
            triggeredAt = OptionalLong.of(nanos.getAsLong());
        }
    }

    /** The trigger is let go. */
    synchronized void release() {
        triggeredAt = OptionalLong.empty();
    }

    /** What the scanner sees at this moment, once; a trigger is used up by it. */
    synchronized Optional<HeldCode> see() {
        if (held.isEmpty() || !isLooking() || looksAlways && seenSincePower) {
            return Optional.empty();
        }
        triggeredAt = OptionalLong.empty();
        seenSincePower = true;
        seen++;
        return held;
    }
}
