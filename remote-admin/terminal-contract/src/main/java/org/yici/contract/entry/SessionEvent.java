package org.yici.contract.entry;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

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

    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{1,24}");

    public SessionEvent {
        numbers = Map.copyOf(numbers);
        if (!SESSION.matcher(session).matches() || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("an event has a session's id and a code of up to 40 characters");
        }
        if (numbers.size() > 8
                || !numbers.keySet().stream()
                        .allMatch(name -> NUMBER.matcher(name).matches())) {
            throw new IllegalArgumentException("an event has up to 8 numbers, named by 1 to 24 letters");
        }
    }

    /** How much an event matters. */
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }
}
