package org.yici.catalogue.situation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yici.catalogue.text.Key;
import org.yici.catalogue.text.Limits;

/** Holds when one of its clauses holds. One to sixteen clauses. Where a record has no condition, it always applies. */
public record Condition(@JsonValue List<Clause> anyOf) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Condition {
        anyOf = Limits.list(anyOf, 16, "clauses of a condition");
        Limits.range(anyOf.size(), 1, 16, "clauses of a condition");
    }

    /** Under {@code answers}, which give each question a known answer; a question without one fulfils no test. */
    public boolean holds(Map<Key, Key> answers) {
        return anyOf.stream().anyMatch(clause -> clause.holds(answers));
    }

    /** The tests that decide it under {@code answers}: those of the first clause that holds; empty when none does. */
    public List<AnswerTest> reasons(Map<Key, Key> answers) {
        return anyOf.stream()
                .filter(clause -> clause.holds(answers))
                .findFirst()
                .map(Clause::allOf)
                .orElse(List.of());
    }

    /** The questions that it asks about. */
    public Set<Key> questions() {
        Set<Key> all = new TreeSet<>();
        anyOf.forEach(clause -> clause.allOf().forEach(test -> all.add(test.question())));
        return all;
    }

    /** This condition without its clause at {@code index}; meant for the check of superfluous clauses, needs two clauses. */
    public Condition without(int index) {
        List<Clause> rest = new ArrayList<>(anyOf);
        rest.remove(index);
        return new Condition(rest);
    }
}
