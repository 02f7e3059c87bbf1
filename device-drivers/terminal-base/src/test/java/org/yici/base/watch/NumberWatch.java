package org.yici.base.watch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yici.base.CitizenNumber;

/** Remembers where the number of a citizen was seen; never the number. Thread-safe. */
final class NumberWatch {
    /** Eighteen digits that stand alone; a valid date and check character tell a citizen's number from others. */
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9A-Za-z])[0-9]{17}[0-9X](?![0-9A-Za-z])");

    private static final Set<String> SEEN = new LinkedHashSet<>();

    private NumberWatch() {}

    /** Whether {@code text} holds the number of a citizen. */
    static boolean isIn(CharSequence text) {
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            if (CitizenNumber.isValid(digits.group())) {
                return true;
            }
        }
        return false;
    }

    /** Looks at what was written to {@code place}. */
    static void look(String place, CharSequence text) {
        if (isIn(text)) {
            synchronized (SEEN) {
                SEEN.add(place);
            }
        }
    }

    /** Where numbers were seen since the last call. */
    static List<String> drain() {
        synchronized (SEEN) {
            List<String> places = List.copyOf(SEEN);
            SEEN.clear();
            return places;
        }
    }
}
