package org.yici.catalogue.situation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yici.catalogue.text.Key;

/** All ways in which the questions of a situation can be answered with known answers: at most {@link Situation#MOST_WAYS}. */
public final class AnswerSpace {
    private AnswerSpace() {}

    /** Every full set of known answers, the last question changing first. */
    public static List<Map<Key, Key>> all(Situation situation) {
        return completions(situation, Answers.NONE);
    }

    /**
     * Every full set of known answers that agrees with {@code given}; unanswered questions and 不清楚 stand for every known
     * answer. An answer that the question does not have counts as not given.
     */
    public static List<Map<Key, Key>> completions(Situation situation, Answers given) {
        Map<Key, Key> known = given.known();
        List<Map<Key, Key>> all = List.of(Map.of());
        for (Question question : situation.questions()) {
            Key answer = known.get(question.id());
            List<Key> possible = answer != null && question.knownAnswers().contains(answer)
                    ? List.of(answer)
                    : question.knownAnswers();
            all = extended(all, question.id(), possible);
        }
        return all;
    }

    private static List<Map<Key, Key>> extended(List<Map<Key, Key>> all, Key question, List<Key> answers) {
        List<Map<Key, Key>> longer = new ArrayList<>(all.size() * answers.size());
        for (Map<Key, Key> one : all) {
            for (Key answer : answers) {
                Map<Key, Key> next = new TreeMap<>(one);
                next.put(question, answer);
                longer.add(Collections.unmodifiableMap(next));
            }
        }
        return longer;
    }
}
