package org.yici.admin.certificate;

import java.time.Duration;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.terminal.Terminal;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.contract.AssuranceLevel;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.https.ProblemCode;

/**
 * What limits a terminal that asks for citizens: its own reader, the level that the certificate asks for, a card that was read in
 * this visit, its hours, and so many requests an hour. They bound what a terminal in wrong hands can do.
 */
final class RequestRules {
    /**
     * How far a terminal's time may be ahead of ours. A terminal takes its time from the {@code Date} of each pass and carries it on
     * by a monotonic clock, so it is off by a request's time and some drift in fifteen minutes.
     */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    /** Counts a terminal's requests. */
    @FunctionalInterface
    interface Quota {
        /** Counts one more if it is within so many in an hour. */
        boolean admit(TerminalId terminal, int perHour);
    }

    private final Quota quota;
    private final ServiceConfig.Terminals defaults;
    private final Time time;

    RequestRules(Quota quota, ServiceConfig.Terminals defaults, Time time) {
        this.quota = quota;
        this.defaults = defaults;
        this.time = time;
    }

    /** Refuses with {@link RequestRefused}; otherwise the request is counted. */
    void admit(Terminal terminal, IdentityEvidence evidence) {
        boolean itsReader = evidence.method().isProven()
                ? evidence.safeModule().equals(terminal.safeModule())
                : evidence.safeModule().isEmpty();
        if (!itsReader) {
            throw new RequestRefused(
                    ProblemCode.READER_UNKNOWN, "the card was read by a reader that is not this terminal's");
        }
        AssuranceLevel level = attained(evidence);
        if (!level.satisfies(defaults.level())) {
            throw new RequestRefused(ProblemCode.LEVEL_TOO_LOW, "needs " + defaults.level() + ", is " + level)
                    .with(level + " < " + defaults.level());
        }
        requireCurrent(evidence);
        if (!terminal.hours().orElse(defaults.hours()).include(time.now())) {
            throw new RequestRefused(ProblemCode.OUTSIDE_HOURS, "outside this terminal's hours");
        }
        int perHour = terminal.requestsPerHour().orElse(defaults.requestsPerHour());
        if (!quota.admit(terminal.id(), perHour)) {
            throw new RequestRefused(ProblemCode.OVER_QUOTA, "more than " + perHour + " requests in an hour")
                    .with("> " + perHour);
        }
    }

    /** Refuses with {@link RequestRefused} a card that was read before this visit can have begun, or in the future. */
    void requireCurrent(IdentityEvidence evidence) {
        Duration age = Duration.between(evidence.readAt(), time.now());
        boolean tooOld = age.compareTo(defaults.evidenceLife()) > 0;
        if (tooOld || age.compareTo(CLOCK_TOLERANCE.negated()) < 0) {
            throw new RequestRefused(
                            ProblemCode.EVIDENCE_NOT_CURRENT,
                            tooOld ? "the card was read too long ago" : "the card was read in the future")
                    .with(age.toMinutes() + " min");
        }
    }

    /** What the terminal says, but no more than a card of that kind can prove. */
    private static AssuranceLevel attained(IdentityEvidence evidence) {
        AssuranceLevel best = evidence.method().best();
        return evidence.level().satisfies(best) ? best : evidence.level();
    }
}
