package org.yici.catalogue.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.fault.Rule;
import org.yici.catalogue.guide.Fee;
import org.yici.catalogue.guide.Fees;
import org.yici.catalogue.guide.Guide;
import org.yici.catalogue.guide.MaterialPlanner;
import org.yici.catalogue.item.Item;
import org.yici.catalogue.situation.AnswerSpace;
import org.yici.catalogue.situation.AnswerTest;
import org.yici.catalogue.situation.Clause;
import org.yici.catalogue.situation.Condition;
import org.yici.catalogue.situation.Outcome;
import org.yici.catalogue.situation.Question;
import org.yici.catalogue.situation.Situation;
import org.yici.catalogue.text.Key;

/**
 * Proves the rules of a guide by going through every way in which its questions can be answered. A clause that nothing fulfils
 * cannot be written: its tests are of different questions, and each names known answers.
 */
final class SituationCheck {
    private final Item item;
    private final List<Fault> faults;
    private final Map<String, Condition> conditions;

    private SituationCheck(Item item, List<Fault> faults) {
        this.item = item;
        this.faults = faults;
        this.conditions = conditions(item.guide());
    }

    static void check(Item item, List<Fault> faults) {
        new SituationCheck(item, faults).check();
    }

    private void check() {
        int before = faults.size();
        Optional<Situation> situation = item.guide().situation();
        situation.ifPresent(asked -> asked.questions().forEach(this::checkQuestion));
        conditions.forEach((path, condition) -> checkTests(path, condition, situation));
        if (faults.size() == before && situation.isPresent()) {
            prove(situation.get());
        }
    }

    private void checkQuestion(Question question) {
        String path = "guide.situation." + question.id();
        int known = question.knownAnswers().size();
        if (known < 2) {
            fault(Rule.ANSWERS, path, String.valueOf(known));
        }
        if (!question.offersUnknown()) {
            fault(Rule.UNKNOWN_ANSWER, path);
        }
    }

    private void checkTests(String path, Condition condition, Optional<Situation> situation) {
        condition.anyOf().forEach(clause -> clause.allOf().forEach(test -> unknownAnswers(test, situation)
                .forEach(answer -> fault(Rule.TEST, path, test.question() + "=" + answer))));
    }

    private static Set<Key> unknownAnswers(AnswerTest test, Optional<Situation> situation) {
        Set<Key> unknown = new HashSet<>(test.in());
        situation.flatMap(asked -> asked.question(test.question())).ifPresent(question -> question.knownAnswers()
                .forEach(unknown::remove));
        return unknown;
    }

    private void prove(Situation situation) {
        List<Map<Key, Key>> worlds = AnswerSpace.all(situation);
        conditions.forEach((path, condition) -> proveCondition(path, condition, worlds));
        for (Outcome outcome : situation.outcomes()) {
            String path = "guide.situation.outcomes." + outcome.id();
            boolean reached = worlds.stream()
                    .anyMatch(world ->
                            situation.outcome(world).filter(outcome::equals).isPresent());
            if (!reached) {
                fault(Rule.DEAD_OUTCOME, path);
            }
        }
        situation.questions().forEach(question -> proveQuestion(question, worlds));
    }

    private void proveCondition(String path, Condition condition, List<Map<Key, Key>> worlds) {
        if (worlds.stream().allMatch(condition::holds)) {
            fault(Rule.IDLE_CONDITION, path);
            return;
        }
        for (int clause = 0;
                clause < condition.anyOf().size() && condition.anyOf().size() > 1;
                clause++) {
            Condition without = condition.without(clause);
            if (worlds.stream().allMatch(world -> condition.holds(world) == without.holds(world))) {
                fault(Rule.DEAD_CLAUSE, path, String.valueOf(clause + 1));
            }
        }
        condition.anyOf().stream()
                .map(Clause::allOf)
                .filter(tests -> tests.size() > 1)
                .flatMap(List::stream)
                .filter(test -> namesAll(test, worlds))
                .forEach(test -> fault(Rule.IDLE_TEST, path, test.question().value()));
    }

    private static boolean namesAll(AnswerTest test, List<Map<Key, Key>> worlds) {
        return worlds.stream().allMatch(world -> test.in().contains(world.get(test.question())));
    }

    private void proveQuestion(Question question, List<Map<Key, Key>> worlds) {
        Map<Map<Key, Key>, Object> results = new HashMap<>();
        for (Map<Key, Key> world : worlds) {
            Map<Key, Key> rest = new TreeMap<>(world);
            rest.remove(question.id());
            Object result = MaterialPlanner.result(item.guide(), world);
            Object other = results.putIfAbsent(rest, result);
            if (other != null && !other.equals(result)) {
                return;
            }
        }
        fault(Rule.IDLE_QUESTION, "guide.situation." + question.id());
    }

    private void fault(Rule rule, String path, String... arguments) {
        faults.add(Fault.ofItem(rule, item.id(), path, arguments));
    }

    /** Every condition of the guide by the place where it stands. An outcome without one is the last resort, not a condition. */
    private static Map<String, Condition> conditions(Guide guide) {
        Map<String, Condition> all = new LinkedHashMap<>();
        guide.allMaterials().forEach(material -> material.when()
                .ifPresent(when -> all.put("guide.materials." + material.id() + ".when", when)));
        List<Fee> fees = guide.fees().map(Fees::fees).orElse(List.of());
        for (int at = 0; at < fees.size(); at++) {
            String path = "guide.fees." + at + ".when";
            fees.get(at).when().ifPresent(when -> all.put(path, when));
        }
        guide.situation().ifPresent(situation -> situation.outcomes().forEach(outcome -> outcome.when()
                .ifPresent(when -> all.put("guide.situation.outcomes." + outcome.id() + ".when", when))));
        return all;
    }
}
