package org.yici.admin.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yici.contract.message.Birth;
import org.yici.contract.message.Death;
import org.yici.contract.message.Health;
import org.yici.contract.message.Stamp;

/**
 * What a message makes of a terminal's state. The last writer wins by (connection, sequence); a death ends its own connection and no
 * later one, so that the will of a connection that was taken over says nothing. Empty: the message changes nothing.
 *
 * <p>A connection's number is a time, or a little more than an earlier number. One ahead of the time of day comes from a wrong clock or
 * from nowhere: it is taken, so that a terminal whose clock is wrong is seen, but it silences nobody. Against it any birth wins, and any
 * health whose number is not ahead.
 */
final class StateRules {
    /** So far may a terminal's clock be ahead: a number within it silences a terminal for as long at most. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    private StateRules() {}

    /** Whether a connection's number is later than any clock that is nearly right could have made it. */
    static boolean isAhead(long connection, Instant now) {
        return connection > now.plus(CLOCK_TOLERANCE).toEpochMilli();
    }

    /**
     * A machine counts its connections upwards and its birth is the first word of each: one that is born under a lower number than was
     * heard before is another machine with the same identity, or one whose store was put back.
     */
    static boolean isOfAnotherMachine(Optional<TerminalState> before, Birth birth) {
        return before.filter(state -> birth.stamp().connection() < state.stamp().connection())
                .isPresent();
    }

    static Optional<TerminalState> afterBirth(Optional<TerminalState> before, Birth birth, int watch, Instant now) {
        return isOver(before, birth.stamp(), true, now)
                ? Optional.empty()
                : Optional.of(
                        alive(before, birth.stamp(), birth.condition(), Optional.of(birth.software()), watch, now));
    }

    static Optional<TerminalState> afterHealth(Optional<TerminalState> before, Health health, int watch, Instant now) {
        return isOver(before, health.stamp(), false, now)
                ? Optional.empty()
                : Optional.of(alive(
                        before,
                        health.stamp(),
                        health.condition(),
                        before.flatMap(TerminalState::software),
                        watch,
                        now));
    }

    /** Whether the message comes after one that says more. */
    private static boolean isOver(Optional<TerminalState> before, Stamp stamp, boolean birth, Instant now) {
        return before.map(TerminalState::stamp)
                .filter(last -> last.compareTo(stamp) >= 0)
                .filter(last -> last.connection() == stamp.connection()
                        || !isAhead(last.connection(), now)
                        || !birth && isAhead(stamp.connection(), now))
                .isPresent();
    }

    private static TerminalState alive(
            Optional<TerminalState> before,
            Stamp stamp,
            Health.Condition condition,
            Optional<String> software,
            int watch,
            Instant now) {
        Instant since = before.filter(TerminalState::online)
                .filter(state -> state.stamp().connection() == stamp.connection())
                .map(TerminalState::since)
                .orElse(now);
        return new TerminalState(watch, stamp, true, since, false, now, software, Optional.of(condition));
    }

    static Optional<TerminalState> afterDeath(Optional<TerminalState> before, Death death, int watch, Instant now) {
        Stamp last = new Stamp(death.connection(), Long.MAX_VALUE);
        if (before.isPresent() && before.get().stamp().compareTo(last) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new TerminalState(
                watch,
                last,
                false,
                now,
                death.clean(),
                death.clean() ? now : before.map(TerminalState::heardAt).orElse(now),
                before.flatMap(TerminalState::software),
                before.flatMap(TerminalState::condition)));
    }
}
