package org.yici.catalogue.search;

/**
 * Whether what was typed fits a term from one of its characters on. Typed is letter by letter: the last syllable may be
 * unfinished.
 */
final class Matcher {
    /** A query is not longer: a set of its positions fits a long. */
    static final int LONGEST_QUERY = 40;

    /** The pad's key of each letter: 2 is abc, 9 is wxyz. */
    private static final String KEYS = "22233344455566677778889999";

    private Matcher() {}

    /** How well {@code query} fits {@code term} from character {@code start} on: 0 best, 2 worst, -1 not at all. */
    static int quality(IndexedTerm term, int start, String query) {
        if (fitsPlainly(term, start, query)) {
            return 0;
        }
        if (fitsInitials(term, start, query)) {
            return 1;
        }
        return fitsLoosely(term, start, query) ? 2 : -1;
    }

    /** Letters as they stand there, or the whole syllables that the text is read with. */
    private static boolean fitsPlainly(IndexedTerm term, int start, String query) {
        int at = 0;
        for (int place = start; place < term.length(); place++) {
            if (term.letter(place) == query.charAt(at)) {
                at++;
            } else {
                String[] readings = term.readings(place);
                if (readings.length == 0) {
                    return false;
                }
                int fits = fitting(readings[0], query, at);
                if (fits < 0) {
                    return false;
                }
                at += fits;
            }
            if (at == query.length()) {
                return true;
            }
        }
        return false;
    }

    /** How many letters of {@code query} the syllable takes: all of its own, or the rest of the query; -1 none. */
    private static int fitting(String syllable, String query, int at) {
        int most = Math.min(syllable.length(), query.length() - at);
        return query.regionMatches(at, syllable, 0, most) ? most : -1;
    }

    private static boolean fitsInitials(IndexedTerm term, int start, String query) {
        if (start + query.length() > term.length()) {
            return false;
        }
        for (int at = 0; at < query.length(); at++) {
            int place = start + at;
            String[] readings = term.readings(place);
            boolean same = term.letter(place) == query.charAt(at)
                    || readings.length > 0 && readings[0].charAt(0) == query.charAt(at);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Every reading of every character, whole or by its initial (one letter, or zh, ch, sh), in any mixture. */
    private static boolean fitsLoosely(IndexedTerm term, int start, String query) {
        long places = 1;
        long end = 1L << query.length();
        for (int place = start; place < term.length() && places != 0; place++) {
            long next = 0;
            for (long left = places; left != 0; left &= left - 1) {
                next |= steps(term, place, query, Long.numberOfTrailingZeros(left));
            }
            if ((next & end) != 0) {
                return true;
            }
            places = next;
        }
        return false;
    }

    private static long steps(IndexedTerm term, int place, String query, int at) {
        long next = term.letter(place) == query.charAt(at) ? 1L << (at + 1) : 0;
        for (String reading : term.readings(place)) {
            if (reading.charAt(0) != query.charAt(at)) {
                continue;
            }
            next |= 1L << (at + 1);
            if (reading.length() > 1
                    && reading.charAt(1) == 'h'
                    && at + 1 < query.length()
                    && query.charAt(at + 1) == 'h') {
                next |= 1L << (at + 2);
            }
            int fits = fitting(reading, query, at);
            if (fits > 0) {
                next |= 1L << (at + fits);
            }
        }
        return next;
    }

    /** Whether the keys of a telephone pad fit the initials, in any reading, from {@code start} on. */
    static boolean fitsPad(IndexedTerm term, int start, String keys) {
        if (start + keys.length() > term.length()) {
            return false;
        }
        for (int at = 0; at < keys.length(); at++) {
            if (!hasKey(term, start + at, keys.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasKey(IndexedTerm term, int place, char key) {
        if (term.letter(place) == key || keyOf(term.letter(place)) == key) {
            return true;
        }
        for (String reading : term.readings(place)) {
            if (keyOf(reading.charAt(0)) == key) {
                return true;
            }
        }
        return false;
    }

    /** The key of a small Latin letter; 0 for anything else. */
    static char keyOf(char letter) {
        return letter >= 'a' && letter <= 'z' ? KEYS.charAt(letter - 'a') : 0;
    }
}
