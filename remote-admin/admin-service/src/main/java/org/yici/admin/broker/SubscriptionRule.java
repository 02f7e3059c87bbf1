package org.yici.admin.broker;

import java.util.Optional;
import org.yici.admin.refusal.RefusalKind;
import org.yici.base.TerminalId;
import org.yici.contract.Topics;

/** What a terminal may subscribe to: what is for it, and nothing else. */
final class SubscriptionRule {
    private SubscriptionRule() {}

    /** Which rule the subscription breaks, if any. */
    static Optional<RefusalKind> broken(TerminalId terminal, String filter) {
        if (filter.startsWith("$share/")) {
            return Optional.of(RefusalKind.SHARED_SUBSCRIPTION);
        }
        if (filter.startsWith("$")) {
            return Optional.of(RefusalKind.INTERNAL_ADDRESS);
        }
        return filter.startsWith(Topics.PREFIX + terminal + "/in/")
                ? Optional.empty()
                : Optional.of(RefusalKind.FOREIGN_SUBSCRIBE);
    }

    /** What a filter is about, in words of our own: the filter itself can be anything that somebody thought of. */
    static String words(TerminalId terminal, String filter) {
        if (filter.contains("#") || filter.contains("+")) {
            return "wildcard";
        }
        if (filter.startsWith("yici/v1/release/")) {
            return "release";
        }
        if (filter.startsWith(Topics.PREFIX + terminal + "/")) {
            return "own, of another form";
        }
        return filter.startsWith(Topics.PREFIX) ? "another terminal's" : "other";
    }
}
