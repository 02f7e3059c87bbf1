package org.yici.catalogue.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * By a first letter: at which places of which terms a match can begin, the most valuable places first. A posting holds, from
 * the highest bits on, the value of the place (0 best), item, term and place.
 */
final class Postings {
    /** Beginning of a title, inside one, beginning of an alias, inside one; the same once more for items that are cancelled. */
    static final int VALUES = 8;

    /** In a set of second letters: what follows is no Latin letter. */
    static final int OTHER = 1 << 26;

    /** No set at all: every place is looked at. */
    static final int ANY = -1;

    private static final int PLACE_BITS = 25;
    private static final int TERM_BITS = 20;
    private static final int ITEM_BITS = 15;

    /** How many terms, and how many letters in all of them, an index can hold. */
    static final int MOST_TERMS = (1 << TERM_BITS) - 1;

    static final int MOST_LETTERS = (1 << PLACE_BITS) - 1;
    private static final Part NONE = new Part(new long[0], new int[0]);
    private final Map<Character, Part> parts = new HashMap<>();

    private Postings(TermTable table, Map<Character, Collected> collected) {
        collected.forEach((letter, list) -> parts.put(letter, Part.of(table, list.sorted())));
    }

    /** By the letters themselves and by the initials of all readings. */
    static Postings of(TermTable table, IntPredicate cancelled) {
        Map<Character, Collected> collected = new HashMap<>();
        for (int term = 0; term < table.terms(); term++) {
            int item = table.item(term);
            int base = (table.kind(term) == TermKind.TITLE ? 0 : 2) + (cancelled.test(item) ? VALUES / 2 : 0);
            for (int place = table.start(term); place < table.end(term); place++) {
                if (table.canBegin(term, place)) {
                    int value = base + (place == table.start(term) ? 0 : 1);
                    add(table, place, posting(value, item, term, place), collected);
                }
            }
        }
        return new Postings(table, collected);
    }

    private static void add(TermTable table, int place, long posting, Map<Character, Collected> collected) {
        char letter = table.letter(place);
        collected.computeIfAbsent(letter, first -> new Collected()).add(posting);
        for (int left = table.initials(place) & ~ReadingTable.bit(letter); left != 0; left &= left - 1) {
            char initial = (char) ('a' + Integer.numberOfTrailingZeros(left));
            collected.computeIfAbsent(initial, first -> new Collected()).add(posting);
        }
    }

    Part of(char first) {
        return parts.getOrDefault(first, NONE);
    }

    /**
     * The postings of one letter.
     *
     * @param postings ordered
     * @param seconds for each of them, the letters that can come second: a scan of them rules most places out
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(long[] postings, int[] seconds) {
        static Part of(TermTable table, long[] postings) {
            int[] seconds = new int[postings.length];
            for (int at = 0; at < postings.length; at++) {
                int place = place(postings[at]);
                seconds[at] = table.seconds(place);
                if (place + 1 < table.end(term(postings[at]))) {
                    int next = table.initials(place + 1);
                    seconds[at] |= next == 0 ? OTHER : next;
                }
            }
            return new Part(postings, seconds);
        }

        boolean mayFit(int at, int wanted) {
            return wanted == ANY || (seconds[at] & wanted) != 0;
        }
    }

    private static long posting(int value, int item, int term, int place) {
        if (item >= 1 << ITEM_BITS || term >= 1 << TERM_BITS || place >= 1 << PLACE_BITS) {
            throw new IllegalArgumentException("the catalogue is too large for its index");
        }
        return ((((long) value << ITEM_BITS | item) << TERM_BITS | term) << PLACE_BITS) | place;
    }

    static int value(long posting) {
        return (int) (posting >>> (ITEM_BITS + TERM_BITS + PLACE_BITS));
    }

    static int item(long posting) {
        return (int) (posting >>> (TERM_BITS + PLACE_BITS)) & ((1 << ITEM_BITS) - 1);
    }

    static int term(long posting) {
        return (int) (posting >>> PLACE_BITS) & ((1 << TERM_BITS) - 1);
    }

    static int place(long posting) {
        return (int) posting & ((1 << PLACE_BITS) - 1);
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

        long[] sorted() {
            long[] sorted = Arrays.copyOf(postings, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
