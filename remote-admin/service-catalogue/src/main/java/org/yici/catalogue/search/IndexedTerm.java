package org.yici.catalogue.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A term as the search holds it in memory: its letters, and the syllables of each, the right one first. */
final class IndexedTerm {
    private static final String[] NONE = {};
    private final int item;
    private final TermKind kind;
    private final String text;
    private final String[][] readings;

    private IndexedTerm(int item, TermKind kind, String text, String[][] readings) {
        this.item = item;
        this.kind = kind;
        this.text = text;
        this.readings = readings;
    }

    /** @param shared syllables that many terms share, so that each is kept once */
    static IndexedTerm of(int item, SearchTerm term, Map<String, List<String>> others, Map<String, String[]> shared) {
        String text = term.text();
        String[][] readings = new String[text.length()][];
        int han = 0;
        for (int at = 0; at < text.length(); at++) {
            readings[at] = NONE;
            int point = text.codePointAt(at);
            boolean first = !Character.isLowSurrogate(text.charAt(at));
            if (first && TextForm.isHan(point)) {
                String letter = Character.toString(point);
                String read = han < term.readings().size() ? term.readings().get(han) : "";
                readings[at] = shared.computeIfAbsent(
                        letter + read, key -> syllables(read, others.getOrDefault(letter, List.of())));
                han++;
            }
        }
        return new IndexedTerm(item, term.kind(), text, readings);
    }

    private static String[] syllables(String read, List<String> others) {
        Set<String> all = new LinkedHashSet<>();
        if (!read.isEmpty()) {
            all.add(read);
        }
        all.addAll(others);
        List<String> plain = new ArrayList<>(all);
        plain.removeIf(String::isBlank);
        return plain.toArray(NONE);
    }

    int item() {
        return item;
    }

    TermKind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    char letter(int at) {
        return text.charAt(at);
    }

    String[] readings(int at) {
        return readings[at];
    }

    /** Where a match can begin: everywhere in Chinese, at the beginning of words in Latin letters and digits. */
    boolean canBegin(int at) {
        if (at == 0 || readings[at].length > 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !isPlain(text.charAt(at)) || !isPlain(before);
    }

    private static boolean isPlain(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
    }
}
