package org.yici.catalogue.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By a first letter or key: in which terms, and at which of their characters, a match can begin. */
final class Postings {
    private static final long[] NONE = {};
    private static final int START_BITS = 12;
    private final Map<Character, long[]> lists = new HashMap<>();

    private Postings(Map<Character, Collected> collected) {
        collected.forEach((letter, list) -> lists.put(letter, list.trimmed()));
    }

    /** By the letters themselves and by the initials of all readings. */
    static Postings byLetter(List<IndexedTerm> terms) {
        return collected(terms, false);
    }

    /** By the telephone keys of the initials. */
    static Postings byKey(List<IndexedTerm> terms) {
        return collected(terms, true);
    }

    long[] of(char first) {
        return lists.getOrDefault(first, NONE);
    }

    static int term(long posting) {
        return (int) (posting >>> START_BITS);
    }

    static int start(long posting) {
        return (int) (posting & ((1 << START_BITS) - 1));
    }

    private static Postings collected(List<IndexedTerm> terms, boolean keys) {
        Map<Character, Collected> collected = new HashMap<>();
        Set<Character> firsts = new HashSet<>();
        for (int number = 0; number < terms.size(); number++) {
            IndexedTerm term = terms.get(number);
            for (int start = 0; start < term.length(); start++) {
                if (!term.canBegin(start)) {
                    continue;
                }
                firsts.clear();
                addFirsts(term, start, keys, firsts);
                long posting = ((long) number << START_BITS) | start;
                firsts.forEach(first -> collected
                        .computeIfAbsent(first, letter -> new Collected())
                        .add(posting));
            }
        }
        return new Postings(collected);
    }

    private static void addFirsts(IndexedTerm term, int start, boolean keys, Set<Character> firsts) {
        if (!keys) {
            firsts.add(term.letter(start));
        } else if (Matcher.keyOf(term.letter(start)) != 0) {
            firsts.add(Matcher.keyOf(term.letter(start)));
        }
        for (String reading : term.readings(start)) {
            char initial = reading.charAt(0);
            firsts.add(keys ? Matcher.keyOf(initial) : initial);
        }
    }

    private static final class Collected {
        private long[] postings = new long[8];
        private int size;

        void add(long posting) {
            if (size == postings.length) {
                postings = Arrays.copyOf(postings, size * 2);
            }
            postings[size++] = posting;
        }

        long[] trimmed() {
            return Arrays.copyOf(postings, size);
        }
    }
}
