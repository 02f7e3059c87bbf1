package org.yici.catalogue.search;

import java.util.Arrays;

/** The best match of each item for one word; lower scores are better. */
final class Matches {
    static final int NONE = Integer.MAX_VALUE;
    /** Better than any score: no match is looked for. */
    private static final int NOT_ASKED = -1;

    private final int[] scores;
    private final int[] terms;

    Matches(int items) {
        this.scores = new int[items];
        this.terms = new int[items];
        Arrays.fill(scores, NONE);
    }

    /** For a further word: looks only for the items that {@code former} has. */
    static Matches among(Matches former) {
        Matches matches = new Matches(former.scores.length);
        for (int item = 0; item < former.scores.length; item++) {
            if (former.scores[item] == NONE) {
                matches.scores[item] = NOT_ASKED;
            }
        }
        return matches;
    }

    void add(int item, int term, int score) {
        if (score < scores[item]) {
            scores[item] = score;
            terms[item] = term;
        }
    }

    /** Forgets the items that {@code further} does not have; of both scores the worse one counts. */
    void keepThoseOf(Matches further) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] = Math.max(scores[item], further.scores[item]);
        }
    }

    int score(int item) {
        return scores[item];
    }

    int term(int item) {
        return terms[item];
    }
}
