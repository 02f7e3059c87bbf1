package org.yici.catalogue.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * All terms in a few arrays: a query looks at many thousand places, and arrays keep them together. A place is an index into
 * the letters of all terms, one after the other.
 */
final class TermTable {
    private final char[] letters;
    private final int[] readings;
    private final int[] starts;
    private final int[] items;
    private final TermKind[] kinds;
    private final String[][] syllables;
    private final int[] initials;
    private final int[] seconds;

    private TermTable(Builder builder) {
        this.letters = Arrays.copyOf(builder.letters, builder.size);
        this.readings = Arrays.copyOf(builder.readings, builder.size);
        this.starts = Arrays.copyOf(builder.starts, builder.terms + 1);
        this.items = Arrays.copyOf(builder.items, builder.terms);
        this.kinds = Arrays.copyOf(builder.kinds, builder.terms);
        this.syllables = builder.table.syllables();
        this.initials = builder.table.initials();
        this.seconds = builder.table.seconds();
    }

    int terms() {
        return items.length;
    }

    int item(int term) {
        return items[term];
    }

    TermKind kind(int term) {
        return kinds[term];
    }

    int start(int term) {
        return starts[term];
    }

    int end(int term) {
        return starts[term + 1];
    }

    String text(int term) {
        return new String(letters, start(term), end(term) - start(term));
    }

    char letter(int place) {
        return letters[place];
    }

    /** The number of the list of syllables at {@code place}. */
    int reading(int place) {
        return readings[place];
    }

    /** How many lists of syllables there are. */
    int readings() {
        return syllables.length;
    }

    String[] syllables(int place) {
        return syllables[readings[place]];
    }

    /** The letters that stand at {@code place}: the one that is there, or the initials of its syllables. */
    int initials(int place) {
        return initials[readings[place]] | ReadingTable.bit(letters[place]);
    }

    int seconds(int place) {
        return seconds[readings[place]];
    }

    /** Whether a match can begin there: anywhere in Chinese, at the beginning of words in Latin letters and digits. */
    boolean canBegin(int term, int place) {
        return place == start(term) || !isPlain(letters[place]) || !isPlain(letters[place - 1]);
    }

    private static boolean isPlain(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    }

    static final class Builder {
        private final ReadingTable table = new ReadingTable();
        private char[] letters = new char[1024];
        private int[] readings = new int[1024];
        private int size;
        private int[] starts = new int[64];
        private int[] items = new int[64];
        private TermKind[] kinds = new TermKind[64];
        private int terms;

        /** @param others the other syllables of characters */
        void add(int item, SearchTerm term, Map<String, List<String>> others) {
            if (terms + 1 >= starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                items = Arrays.copyOf(items, items.length * 2);
                kinds = Arrays.copyOf(kinds, kinds.length * 2);
            }
            items[terms] = item;
            kinds[terms] = term.kind();
            int han = 0;
            String text = term.text();
            for (int at = 0; at < text.length(); at++) {
                int number = 0;
                int point = text.codePointAt(at);
                if (!Character.isLowSurrogate(text.charAt(at)) && TextForm.isHan(point)) {
                    String read = han < term.readings().size() ? term.readings().get(han) : "";
                    number = table.number(read, others.getOrDefault(Character.toString(point), List.of()));
                    han++;
                }
                put(text.charAt(at), number);
            }
            terms++;
            starts[terms] = size;
        }

        private void put(char letter, int number) {
            if (size == letters.length) {
                letters = Arrays.copyOf(letters, size * 2);
                readings = Arrays.copyOf(readings, size * 2);
            }
            letters[size] = letter;
            readings[size] = number;
            size++;
        }

        TermTable build() {
            return new TermTable(this);
        }
    }
}
