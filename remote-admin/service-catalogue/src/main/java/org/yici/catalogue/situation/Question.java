package org.yici.catalogue.situation;

import java.util.List;
import java.util.Optional;
import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.Limits;
import org.yici.catalogue.text.LocalizedText;

/**
 * One question of a situation.
 *
 * @param hint how to find the answer out
 * @param answers at most eight known ones and 不清楚, no two of one id
 */
public record Question(Key id, LocalizedText text, Optional<LocalizedText> hint, List<Answer> answers) {
    public Question {
        answers = Limits.distinct(answers, Answer::id, 9, "answers of question " + id);
    }

    /** The ids of its answers without 不清楚, in their order. */
    public List<Key> knownAnswers() {
        return answers.stream()
                .filter(answer -> !answer.isUnknown())
                .map(Answer::id)
                .toList();
    }

    public boolean offersUnknown() {
        return answers.stream().anyMatch(Answer::isUnknown);
    }
}
