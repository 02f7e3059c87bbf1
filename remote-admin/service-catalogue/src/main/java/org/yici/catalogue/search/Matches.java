package org.yici.catalogue.search;

import java.util.Arrays;

/** The best match of each item for one word; lower scores are better. */
final class Matches {
    static final int NONE = Integer.MAX_VALUE;
    private final int[] scores;
    private final int[] terms;

    Matches(int items) {
        this.scores = new int[items];
        this.terms = new int[items];
        Arrays.fill(scores, NONE);
    }

    void add(int item, int term, int score) {
        if (score < scores[item]) {
            scores[item] = score;
            terms[item] = term;
        }
    }

    /** Forgets the items that {@code other} does not have; of both scores the worse one counts. */
    void keepThoseOf(Matches other) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] = Math.max(scores[item], other.scores[item]);
        }
    }

    int score(int item) {
        return scores[item];
    }

    int term(int item) {
        return terms[item];
    }
}
