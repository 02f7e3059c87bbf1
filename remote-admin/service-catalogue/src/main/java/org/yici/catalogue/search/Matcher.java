package org.yici.catalogue.search;

/**
 * Whether what was typed fits a term from one of its characters on. Typed is letter by letter: the last syllable may be
 * unfinished.
 */
final class Matcher {
    /** A query is not longer: a set of its positions fits a long. */
    static final int LONGEST_QUERY = 40;

    private final TermTable table;
    private final String query;

    /** By position of the query and list of syllables: what {@link #steps} found; bit 0 says that it is known. */
    private final long[][] known;

    /** By position of the query: the letters on that key of a telephone pad. */
    private final int[] keys;

    Matcher(TermTable table, String query) {
        this.table = table;
        this.query = query;
        this.known = new long[query.length()][];
        this.keys = query.chars().map(key -> ReadingTable.lettersOf((char) key)).toArray();
    }

    /** How well the query fits from {@code start} to {@code end}: 0 best, 2 worst, -1 not at all. */
    int quality(int start, int end) {
        if (!fitsLoosely(start, end)) {
            return -1;
        }
        if (fitsPlainly(start, end)) {
            return 0;
        }
        return fitsInitials(start, end) ? 1 : 2;
    }

    /** Letters as they stand there, or the whole syllables that the text is read with. */
    private boolean fitsPlainly(int start, int end) {
        int at = 0;
        for (int place = start; place < end; place++) {
            if (table.letter(place) == query.charAt(at)) {
                at++;
            } else {
                String[] syllables = table.syllables(place);
                int fits = syllables.length == 0 ? -1 : fitting(syllables[0], at);
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

    /** How many letters of the query the syllable takes: all of its own, or the rest of the query; -1 none. */
    private int fitting(String syllable, int at) {
        int most = Math.min(syllable.length(), query.length() - at);
        return query.regionMatches(at, syllable, 0, most) ? most : -1;
    }

    private boolean fitsInitials(int start, int end) {
        if (start + query.length() > end) {
            return false;
        }
        for (int at = 0; at < query.length(); at++) {
            String[] syllables = table.syllables(start + at);
            boolean same = table.letter(start + at) == query.charAt(at)
                    || (syllables.length > 0 && syllables[0].charAt(0) == query.charAt(at));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Every reading of every character, whole or by its initial (one letter, or zh, ch, sh), in any mixture. */
    private boolean fitsLoosely(int start, int end) {
        long reached = 1;
        long all = 1L << query.length();
        for (int place = start; place < end && reached != 0; place++) {
            long next = 0;
            for (long left = reached; left != 0; left &= left - 1) {
                next |= steps(place, Long.numberOfTrailingZeros(left));
            }
            if ((next & all) != 0) {
                return true;
            }
            reached = next;
        }
        return false;
    }

    /** The positions of the query that are reached when the character at {@code place} is taken from {@code at} on. */
    private long steps(int place, int at) {
        long literal = table.letter(place) == query.charAt(at) ? 1L << (at + 1) : 0;
        long[] ofPosition = known[at];
        if (ofPosition == null) {
            ofPosition = new long[table.readings()];
            known[at] = ofPosition;
        }
        int reading = table.reading(place);
        if (ofPosition[reading] == 0) {
            ofPosition[reading] = 1 | syllableSteps(table.syllables(place), at);
        }
        return literal | (ofPosition[reading] & ~1L);
    }

    private long syllableSteps(String[] syllables, int at) {
        long next = 0;
        for (String syllable : syllables) {
            if (syllable.charAt(0) != query.charAt(at)) {
                continue;
            }
            next |= 1L << (at + 1);
            if (syllable.startsWith("h", 1) && query.startsWith("h", at + 1)) {
                next |= 1L << (at + 2);
            }
            int fits = fitting(syllable, at);
            if (fits > 0) {
                next |= 1L << (at + fits);
            }
        }
        return next;
    }

    /** Whether the keys of a telephone pad fit the initials, in any reading, from {@code start} on. */
    boolean fitsPad(int start, int end) {
        if (start + query.length() > end) {
            return false;
        }
        for (int at = 0; at < query.length(); at++) {
            boolean onKey = (table.initials(start + at) & keys[at]) != 0;
            if (!onKey && table.letter(start + at) != query.charAt(at)) {
                return false;
            }
        }
        return true;
    }
}
