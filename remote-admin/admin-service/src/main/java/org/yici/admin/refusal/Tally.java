package org.yici.admin.refusal;

import java.time.Instant;

/**
 * How often, when, and what it was like the last time.
 *
 * @param fact a number or a few words of the service's own, never what the refused sent
 */
record Tally(long times, Instant firstAt, Instant lastAt, String fact) {
    static Tally one(Instant at, String fact) {
        return new Tally(1, at, at, fact);
    }

    /** Both together; the other one is the later. */
    Tally and(Tally other) {
        return new Tally(times + other.times, firstAt, other.lastAt, other.fact);
    }
}
