package org.yici.catalogue.situation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.Limits;

/** Holds when all its tests hold; one row of a decision table. One to five tests, no two of one question. */
public record Clause(@JsonValue List<AnswerTest> allOf) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Clause {
        allOf = Limits.distinct(allOf, AnswerTest::question, 5, "tests of a clause");
        Limits.range(allOf.size(), 1, 5, "tests of a clause");
    }

    boolean holds(Map<Key, Key> answers) {
        return allOf.stream().allMatch(test -> test.holds(answers));
    }
}
