package org.yici.agent.session;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yici.base.ErrorCode;
import org.yici.contract.entry.EventCode;
import org.yici.ipc.SessionMessage;

/**
 * Holds a session's events to closed words and small numbers: a code that is not in the list becomes UNKNOWN_CODE, a number of a name that is
 * not in the list, or with more than eight digits, is dropped. So nothing that a session knows of its citizen can get into journal, log
 * or outbox as text or as a number that somebody could read.
 */
final class EventSanitizer {
    private static final Set<String> NAMES = Set.of("millis", "sheets", "offers", "copy", "changed", "fingerprint");
    /** What the agent says of a session, no session says of itself. */
    private static final Set<EventCode> OF_THE_AGENT = EnumSet.of(
            EventCode.SESSION_SHOWN,
            EventCode.SESSION_ENDED,
            EventCode.SESSION_LOST,
            EventCode.IDENTITY_TAKEN_OVER,
            EventCode.ENTRY_TOO_LARGE,
            EventCode.STORE_REFUSED,
            EventCode.WORDS_REJECTED);

    private static final long LARGEST = 99_999_999;

    private EventSanitizer() {}

    static EventCode code(SessionMessage.Event event) {
        return Arrays.stream(EventCode.values())
                .filter(code -> code.name().equals(event.code()) && !OF_THE_AGENT.contains(code))
                .findFirst()
                .orElse(EventCode.UNKNOWN_CODE);
    }

    static Map<String, Long> numbers(SessionMessage.Event event) {
        Map<String, Long> numbers = new TreeMap<>();
        event.numbers().forEach((name, number) -> {
            boolean known = NAMES.contains(name) && number >= 0 && number <= LARGEST;
            if (known || isError(name, number)) {
                numbers.put(name, number);
            }
        });
        return numbers;
    }

    /** How many words of {@code event} are on no list. */
    static int rejected(SessionMessage.Event event) {
        int numbers = event.numbers().size() - numbers(event).size();
        return code(event).name().equals(event.code()) ? numbers : numbers + 1;
    }

    /** An error code as letter and number, P06 as {@code P} and 6. */
    private static boolean isError(String name, long number) {
        return name.length() == 1
                && ErrorCode.of(String.format(Locale.ROOT, "%s%02d", name, number))
                        .isPresent();
    }
}
