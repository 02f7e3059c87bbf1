package org.yici.catalogue.situation;

import java.util.Map;
import java.util.SortedSet;
import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.Limits;

/**
 * That the answer to one question is one of some.
 *
 * @param in one to eight known answers; {@link Answer#UNKNOWN} is none
 */
public record AnswerTest(Key question, SortedSet<Key> in) {
    public AnswerTest {
        in = Limits.set(in, 8, "answers of a test");
        Limits.range(in.size(), 1, 8, "answers of a test");
    }

    boolean holds(Map<Key, Key> answers) {
        Key answer = answers.get(question);
        return answer != null && in.contains(answer);
    }
}
