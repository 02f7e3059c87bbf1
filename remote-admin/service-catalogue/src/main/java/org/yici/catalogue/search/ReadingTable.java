package org.yici.catalogue.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The syllables of characters, the right one first, each distinct list once; number 0 is the empty list. */
final class ReadingTable {
    /** The pad's key of each letter: 2 is abc, 9 is wxyz. */
    private static final String KEYS = "22233344455566677778889999";

    private static final String[] NONE = {};
    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final List<String[]> syllables = new ArrayList<>();
    private final List<Integer> initials = new ArrayList<>();
    private final List<Integer> seconds = new ArrayList<>();

    ReadingTable() {
        number("", List.of());
    }

    int number(String read, List<String> others) {
        Set<String> all = new LinkedHashSet<>();
        all.add(read);
        all.addAll(others);
        all.removeIf(syllable -> !isSyllable(syllable));
        return numbers.computeIfAbsent(List.copyOf(all), this::add);
    }

    private int add(List<String> all) {
        syllables.add(all.toArray(NONE));
        initials.add(all.stream().mapToInt(syllable -> bit(syllable.charAt(0))).reduce(0, (a, b) -> a | b));
        seconds.add(all.stream()
                .filter(syllable -> syllable.length() > 1)
                .mapToInt(syllable -> bit(syllable.charAt(1)))
                .reduce(0, (a, b) -> a | b));
        return syllables.size() - 1;
    }

    String[][] syllables() {
        return syllables.toArray(new String[0][]);
    }

    /** A set of letters for each number: those with which a syllable begins. */
    int[] initials() {
        return initials.stream().mapToInt(Integer::intValue).toArray();
    }

    /** A set of letters for each number: the second ones. */
    int[] seconds() {
        return seconds.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean isSyllable(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
    }

    /** The set of one small Latin letter; empty for anything else. */
    static int bit(char letter) {
        return letter >= 'a' && letter <= 'z' ? 1 << (letter - 'a') : 0;
    }

    /** The letters on a telephone's key from 2 to 9. */
    static int lettersOf(char key) {
        int letters = 0;
        for (int at = 0; at < KEYS.length(); at++) {
            if (KEYS.charAt(at) == key) {
                letters |= 1 << at;
            }
        }
        return letters;
    }
}
