package org.yici.contract.entry;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened in a session, in closed words and numbers: there is no room for personal data in it.
 *
 * @param session random id of the session; {@value #AGENT} for what the agent itself has to tell
 * @param code one of {@link EventCode}, by name; readers keep words that they do not know
 * @param level INFO, WARNING or ERROR
 * @param numbers figures by name, for example {@code sheets} or {@code millis}
 */
public record SessionEvent(String session, String code, Level level, Map<String, Long> numbers, Instant at) {
    /** Stands in place of a session's id. */
    public static final String AGENT = "agent";

    public SessionEvent {
        numbers = Map.copyOf(numbers);
        if (code.length() > 40 || numbers.size() > 8) {
            throw new IllegalArgumentException("an event has a code of up to 40 characters and up to 8 numbers");
        }
    }

    /** How much an event matters. */
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }
}
