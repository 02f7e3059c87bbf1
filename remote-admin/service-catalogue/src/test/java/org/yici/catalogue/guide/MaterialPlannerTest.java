package org.yici.catalogue.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.sample.DemoContent;
import org.yici.catalogue.situation.AnswerSpace;
import org.yici.catalogue.situation.Answers;
import org.yici.catalogue.situation.Outcome;
import org.yici.catalogue.situation.Question;
import org.yici.catalogue.text.Key;

class MaterialPlannerTest {
    private static Guide guide(String item) throws Exception {
        return DemoContent.catalogue().item(ItemId.of(item)).orElseThrow().guide();
    }

    private static List<String> ids(List<PlannedMaterial> materials) {
        return materials.stream().map(one -> one.material().id().value()).toList();
    }

    private static List<String> outcomes(MaterialPlan plan) {
        return plan.outcomes().stream().map(Outcome::id).map(Key::value).toList();
    }

    @Test
    void asksForTheFormerCardOnlyWhenThereIsOne() throws Exception {
        Guide guide = guide("id-card-replacement");
        Answers adult = Answers.NONE.with("age", "sixteen-or-over").with("urgent", "no");
        MaterialPlan expired = MaterialPlanner.plan(guide, adult.with("reason", "expired"));
        assertThat(ids(expired.needed())).containsExactly("form", "register", "old-card");
        assertThat(expired.possible()).isEmpty();
        assertThat(expired.materials().get(2).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.question().value()).isEqualTo("reason"));
        assertThat(expired.outcome().map(Outcome::id)).contains(new Key("usual"));
        MaterialPlan lost = MaterialPlanner.plan(guide, adult.with("reason", "lost"));
        assertThat(ids(lost.materials())).containsExactly("form", "register");
    }

    @Test
    void includesWhatMayBeNeededWhenSomebodyDoesNotKnow() throws Exception {
        Guide guide = guide("birth-registration");
        MaterialPlan plan = MaterialPlanner.plan(
                guide,
                Answers.NONE
                        .with("certificate", "have")
                        .with("parents", "unknown")
                        .with("follow", "father"));
        assertThat(ids(plan.needed())).containsExactly("birth-certificate", "parent-register");
        assertThat(ids(plan.possible()))
                .containsExactly("marriage-certificate", "unmarried-statement", "paternity-test");
        assertThat(plan.open()).extracting(question -> question.id().value()).containsExactly("parents");
        assertThat(outcomes(plan)).containsExactly("register");
        assertThat(plan.outcomeCertain()).isTrue();
    }

    @Test
    void givesAllOutcomesThatOpenQuestionsLeave() throws Exception {
        MaterialPlan plan = MaterialPlanner.plan(guide("marriage-registration"), Answers.NONE.with("in-person", "yes"));
        assertThat(outcomes(plan)).containsExactly("here", "provincial");
        assertThat(plan.outcomeCertain()).isFalse();
        assertThat(plan.outcome()).isEmpty();
    }

    @Test
    void asksOnlyWhatCanStillChangeSomething() throws Exception {
        Guide guide = guide("legal-aid");
        assertThat(next(guide, Answers.NONE)).isEqualTo("matter");
        assertThat(next(guide, Answers.NONE.with("matter", "listed"))).isEqualTo("exempt");
        assertThat(next(guide, Answers.NONE.with("matter", "no-means-test"))).isEqualTo("-");
        assertThat(next(guide, Answers.NONE.with("matter", "unknown"))).isEqualTo("exempt");
    }

    private static String next(Guide guide, Answers answers) {
        return MaterialPlanner.nextQuestion(guide, answers)
                .map(Question::id)
                .map(Key::value)
                .orElse("-");
    }

    @Test
    void knowsWhatIsCertainExactly() throws Exception {
        // Needed when unmarried, and when married: with both possible it is certain that one of the two is.
        Guide guide = guide("birth-registration");
        for (Map<Key, Key> world : AnswerSpace.all(guide.situation().orElseThrow())) {
            Answers answers = Answers.NONE;
            for (Map.Entry<Key, Key> one : world.entrySet()) {
                answers = answers.with(one.getKey(), one.getValue());
            }
            MaterialPlan plan = MaterialPlanner.plan(guide, answers);
            assertThat(plan.possible()).isEmpty();
            assertThat(plan.open()).isEmpty();
            assertThat(plan.outcomeCertain()).isTrue();
            assertThat(MaterialPlanner.plan(guide, answers)).isEqualTo(plan);
        }
    }

    @Test
    void neverLosesAMaterialByNotKnowing() throws Exception {
        for (String item :
                List.of("birth-registration", "marriage-registration", "driving-licence-renewal", "legal-aid")) {
            Guide guide = guide(item);
            List<String> all = ids(MaterialPlanner.plan(guide, Answers.NONE).materials());
            for (Map<Key, Key> world : AnswerSpace.all(guide.situation().orElseThrow())) {
                for (Material material : guide.allMaterials()) {
                    if (material.when().map(when -> when.holds(world)).orElse(true)) {
                        assertThat(all).contains(material.id().value());
                    }
                }
            }
        }
    }

    @Test
    void takesNoAnswerThatTheQuestionDoesNotHave() throws Exception {
        Guide guide = guide("id-card-replacement");
        Answers strange = Answers.NONE.with("reason", "stolen-by-a-bird").with("nobody-asked", "yes");
        assertThat(MaterialPlanner.plan(guide, strange).materials())
                .isEqualTo(MaterialPlanner.plan(guide, Answers.NONE).materials());
    }

    @Test
    void plansAGuideWithoutQuestions() throws Exception {
        MaterialPlan plan = MaterialPlanner.plan(guide("social-insurance-record"), Answers.NONE);
        assertThat(ids(plan.needed())).containsExactly("id-card");
        assertThat(plan.outcomes()).isEmpty();
        assertThat(plan.open()).isEmpty();
    }
}
