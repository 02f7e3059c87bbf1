package org.yici.catalogue.situation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.Limits;

/**
 * The decision questions of a guide (情形导办).
 *
 * @param questions one to {@value #MOST_QUESTIONS}, in the order in which they are asked; together they can be answered in
 *     at most {@value #MOST_WAYS} ways, 不清楚 not counted
 * @param outcomes at most sixteen
 */
public record Situation(List<Question> questions, List<Outcome> outcomes) {
    public static final int MOST_QUESTIONS = 5;

    /** All of them are looked at when a guide is checked, and at each answer of a citizen. */
    public static final int MOST_WAYS = 4096;

    public Situation {
        questions = Limits.distinct(questions, Question::id, MOST_QUESTIONS, "questions");
        Limits.range(questions.size(), 1, MOST_QUESTIONS, "questions");
        long ways = questions.stream()
                .mapToLong(question -> Math.max(1, question.knownAnswers().size()))
                .reduce(1, (one, other) -> one * other);
        if (ways > MOST_WAYS) {
            throw new IllegalArgumentException("questions: " + ways + " ways to answer them, at most " + MOST_WAYS);
        }
        outcomes = Limits.distinct(outcomes, Outcome::id, 16, "outcomes");
    }

    public Optional<Question> question(Key id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /** The first outcome that holds under {@code answers}, which give each question a known answer. */
    public Optional<Outcome> outcome(Map<Key, Key> answers) {
        return outcomes.stream()
                .filter(outcome ->
                        outcome.when().map(when -> when.holds(answers)).orElse(true))
                .findFirst();
    }
}
