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

    /** Both together. */
    Tally and(Tally other) {
        boolean otherIsLater = !other.lastAt.isBefore(lastAt);
        return new Tally(
                times + other.times,
                firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt,
                otherIsLater ? other.lastAt : lastAt,
                otherIsLater ? other.fact : fact);
    }
}
