package org.yici.catalogue.guide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yici.catalogue.situation.Answer;
import org.yici.catalogue.situation.AnswerSpace;
import org.yici.catalogue.situation.AnswerTest;
import org.yici.catalogue.situation.Answers;
import org.yici.catalogue.situation.Condition;
import org.yici.catalogue.situation.Outcome;
import org.yici.catalogue.situation.Question;
import org.yici.catalogue.situation.Situation;
import org.yici.catalogue.text.Key;

/**
 * From answers to "my materials": looks at every way in which the open questions can still be answered, so that nothing is
 * left out because somebody did not know. The same guide and answers give the same plan.
 */
public final class MaterialPlanner {
    private MaterialPlanner() {}

    /** Answers that the guide does not ask for, or does not know, count as not given. */
    public static MaterialPlan plan(Guide guide, Answers answers) {
        List<Map<Key, Key>> worlds = worlds(guide, answers);
        List<PlannedMaterial> materials = new ArrayList<>();
        for (Material material : guide.allMaterials()) {
            planned(material, worlds).ifPresent(materials::add);
        }
        List<Fee> fees = guide.fees().map(Fees::fees).orElse(List.of()).stream()
                .filter(fee -> worlds.stream().anyMatch(world -> holds(fee.when(), world)))
                .toList();
        Set<Optional<Outcome>> outcomes = outcomes(guide, worlds);
        return new MaterialPlan(
                materials,
                fees,
                outcomes.stream().flatMap(Optional::stream).toList(),
                outcomes.size() == 1,
                open(guide, answers));
    }

    /** The next question worth asking: the first that is not answered and can still change something. */
    public static Optional<Question> nextQuestion(Guide guide, Answers answers) {
        return guide.situation().flatMap(situation -> situation.questions().stream()
                .filter(question -> !answers.has(question.id()))
                .filter(question -> matters(guide, situation, answers, question))
                .findFirst());
    }

    /** What a full set of known answers comes to: the ids of the materials, the names of the fees, the outcome. */
    public static Object result(Guide guide, Map<Key, Key> world) {
        List<Key> materials = guide.allMaterials().stream()
                .filter(material -> holds(material.when(), world))
                .map(Material::id)
                .toList();
        List<Integer> fees = new ArrayList<>();
        List<Fee> all = guide.fees().map(Fees::fees).orElse(List.of());
        for (int at = 0; at < all.size(); at++) {
            if (holds(all.get(at).when(), world)) {
                fees.add(at);
            }
        }
        Optional<Key> outcome =
                guide.situation().flatMap(situation -> situation.outcome(world)).map(Outcome::id);
        return List.of(materials, fees, outcome);
    }

    private static List<Map<Key, Key>> worlds(Guide guide, Answers answers) {
        return guide.situation()
                .map(situation -> AnswerSpace.completions(situation, answers))
                .orElse(List.of(Map.of()));
    }

    private static Optional<PlannedMaterial> planned(Material material, List<Map<Key, Key>> worlds) {
        long holds =
                worlds.stream().filter(world -> holds(material.when(), world)).count();
        if (holds == 0) {
            return Optional.empty();
        }
        List<AnswerTest> reasons = worlds.stream()
                .filter(world -> holds(material.when(), world))
                .findFirst()
                .flatMap(world -> material.when().map(when -> when.reasons(world)))
                .orElse(List.of());
        return Optional.of(new PlannedMaterial(material, holds == worlds.size(), reasons));
    }

    private static Set<Optional<Outcome>> outcomes(Guide guide, List<Map<Key, Key>> worlds) {
        return worlds.stream()
                .map(world -> guide.situation().flatMap(situation -> situation.outcome(world)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Question> open(Guide guide, Answers answers) {
        return guide.situation()
                .map(situation -> situation.questions().stream()
                        .filter(question -> answers.to(question.id())
                                .filter(answer -> !answer.equals(Answer.UNKNOWN))
                                .isEmpty())
                        .filter(question -> matters(guide, situation, answers, question))
                        .toList())
                .orElse(List.of());
    }

    /** Whether two answers to {@code question}, all else being equal, come to different results. */
    private static boolean matters(Guide guide, Situation situation, Answers answers, Question question) {
        List<Key> known = question.knownAnswers();
        if (known.size() < 2) {
            return false;
        }
        return AnswerSpace.completions(situation, answers.with(question.id(), known.get(0))).stream()
                .anyMatch(world -> {
                    Object result = result(guide, world);
                    return known.stream().anyMatch(answer -> !result(guide, changed(world, question.id(), answer))
                            .equals(result));
                });
    }

    private static Map<Key, Key> changed(Map<Key, Key> world, Key question, Key answer) {
        Map<Key, Key> other = new TreeMap<>(world);
        other.put(question, answer);
        return other;
    }

    private static boolean holds(Optional<Condition> when, Map<Key, Key> world) {
        return when.map(condition -> condition.holds(world)).orElse(true);
    }
}
