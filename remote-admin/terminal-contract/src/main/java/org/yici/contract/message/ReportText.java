package org.yici.contract.message;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Bounds of the words and texts in a terminal's report. Words are open: any of the right form is kept, whether or not a reader knows it.
 * Records check them when they are made or decoded; whoever makes a report from what a device said brings it into form first.
 */
public final class ReportText {
    /** Longest name of a state, kind, fault, detail or count. */
    public static final int LONGEST_WORD = 64;

    /** Longest text that a device said itself. */
    public static final int LONGEST_TEXT = 128;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (LONGEST_WORD - 1) + "}");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}]{0," + LONGEST_TEXT + "}");
    private static final Pattern NOT_IN_A_WORD = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern NOT_IN_A_TEXT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

    private ReportText() {}

    /** {@code said} as a word: other characters become hyphens, what is too long is cut, nothing becomes {@code unknown}. */
    public static String word(String said) {
        String word = NOT_IN_A_WORD.matcher(said).replaceAll("-").replaceFirst("^[._-]+", "");
        return word.isEmpty() ? "unknown" : word.substring(0, Math.min(LONGEST_WORD, word.length()));
    }

    /** {@code said} as a text: control characters become spaces, what is too long is cut. */
    public static String text(String said) {
        String text = NOT_IN_A_TEXT.matcher(said).replaceAll(" ");
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
    }

    static void checkWord(String name, String word) {
        if (!WORD.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    name + " is a word of 1 to " + LONGEST_WORD + " letters, digits, dots, hyphens and underscores");
        }
    }

    static void checkText(String name, String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    name + " is a text of at most " + LONGEST_TEXT + " characters without control characters");
        }
    }

    static void checkWords(String name, Map<String, ?> byWord, int most) {
        checkSize(name, byWord.keySet(), most);
        byWord.keySet().forEach(word -> checkWord(name, word));
    }

    static void checkSize(String name, Collection<?> all, int most) {
        if (all.size() > most) {
            throw new IllegalArgumentException("at most " + most + " " + name);
        }
    }
}
