package org.yici.admin.health;

import java.time.Instant;
import java.util.Optional;
import org.yici.contract.message.Health;
import org.yici.contract.message.Stamp;

/**
 * The last that was heard of a terminal.
 *
 * @param watch the {@link Watch} in which it was heard
 * @param stamp of the message that says it; a death counts as the last of its connection
 * @param since when {@code online} became what it is, time of the service
 * @param clean whether an offline terminal took its leave
 * @param heardAt when a message of the terminal itself came last, time of the service
 */
public record TerminalState(
        int watch,
        Stamp stamp,
        boolean online,
        Instant since,
        boolean clean,
        Instant heardAt,
        Optional<String> software,
        Optional<Health.Condition> condition) {}
