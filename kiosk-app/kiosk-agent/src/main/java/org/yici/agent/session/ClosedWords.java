package org.yici.agent.session;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yici.contract.entry.EventCode;
import org.yici.link.FromSession;

/**
 * Holds a session's events to closed words and numbers: a code that is not in the list becomes UNKNOWN_CODE, a name of a number that is
 * not a short plain word is dropped. So nothing that a session knows of its citizen can get into journal, log or outbox as text.
 */
final class ClosedWords {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,24}");
    private static final int MOST_NUMBERS = 8;

    private ClosedWords() {}

    static EventCode code(FromSession.Event event) {
        return Arrays.stream(EventCode.values())
                .filter(code -> code.name().equals(event.code()))
                .findFirst()
                .orElse(EventCode.UNKNOWN_CODE);
    }

    static Map<String, Long> numbers(FromSession.Event event) {
        Map<String, Long> numbers = new TreeMap<>();
        new TreeMap<>(event.numbers()).forEach((name, number) -> {
            if (numbers.size() < MOST_NUMBERS && NAME.matcher(name).matches()) {
                numbers.put(name, number);
            }
        });
        return numbers;
    }
}
