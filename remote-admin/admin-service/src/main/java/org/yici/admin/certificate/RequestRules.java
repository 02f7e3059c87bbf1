package org.yici.admin.certificate;

import org.yici.admin.config.ServiceConfig;
import org.yici.admin.terminal.RequestCount;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.terminal.Terminal;
import org.yici.base.Time;
import org.yici.contract.AssuranceLevel;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.https.ProblemCode;

/**
 * What limits a terminal that asks for citizens: its own reader, the level that the certificate asks for, its hours, and so many
 * requests an hour. They bound what a terminal in wrong hands can do.
 */
final class RequestRules {
    /** A social insurance record needs no more than the card. */
    private static final AssuranceLevel NEEDED = AssuranceLevel.CARD;

    private final RequestCount count;
    private final ServiceConfig.Terminals defaults;
    private final Time time;

    RequestRules(RequestCount count, ServiceConfig.Terminals defaults, Time time) {
        this.count = count;
        this.defaults = defaults;
        this.time = time;
    }

    /** Refuses with {@link RequestRefused}; otherwise the request is counted. */
    void admit(Terminal terminal, IdentityEvidence evidence) {
        if (!evidence.safeModule().equals(terminal.safeModule())) {
            throw new RequestRefused(
                    ProblemCode.READER_UNKNOWN, "the card was read by a reader that is not this terminal's");
        }
        if (!evidence.level().satisfies(NEEDED)) {
            throw new RequestRefused(ProblemCode.LEVEL_TOO_LOW, "needs " + NEEDED + ", is " + evidence.level())
                    .with(evidence.level() + " < " + NEEDED);
        }
        if (!terminal.hours().orElse(defaults.hours()).include(time.now())) {
            throw new RequestRefused(ProblemCode.OUTSIDE_HOURS, "outside this terminal's hours");
        }
        int perHour = terminal.requestsPerHour().orElse(defaults.requestsPerHour());
        if (!count.admit(terminal.id(), perHour)) {
            throw new RequestRefused(ProblemCode.OVER_QUOTA, "more than " + perHour + " requests in an hour")
                    .with("> " + perHour);
        }
    }
}
