package org.yici.proof.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.bench.people.People;
import org.yici.bench.people.Person;
import org.yici.bench.sdt.ReaderQuirk;
import org.yici.proof.page.ProofPage;

/** Each switch of the bench's reader, and each card: the page's tables are what is expected. */
class ReaderQuirksTest {
    private static final ProofPage PAGE = new ProofPage("odd-readers.md");
    private static final String CITIZEN = "lin-zhixia";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ReaderQuirk.class)
    void saysWhatItMeetsAndReadsTheNextCard(ReaderQuirk quirk) throws Exception {
        String met;
        try (Counterpart driver = new Counterpart(folder)) {
            if (quirk == ReaderQuirk.OTHER_BAUD) {
                // A reader changes its rate when nobody talks with it.
                driver.reader().set(quirk, true);
                driver.awaitOnline();
            } else {
                driver.awaitOnline();
                driver.reader().set(quirk, true);
            }
            met = driver.lay(CITIZEN);
            driver.reader().set(quirk, false);
            driver.awaitOnline();
            await("the next card").atMost(Duration.ofMinutes(1)).until(() -> driver.lay(CITIZEN)
                    .equals("read: Citizen"));
        }
        PAGE.assertRow("What the driver says", "`" + quirk.switchName() + "`", met);
    }

    @Test
    void noSwitchIsMissingOnThePage() {
        PAGE.assertNumberOfRows("What the driver says", ReaderQuirk.values().length);
        PAGE.assertNumberOfRows("Cards", (int) cards().count());
    }

    static Stream<String> cards() {
        return Stream.of(
                "lin-zhixia",
                "ji-da",
                "ouyang-letian",
                "du-zhen",
                "du-yuehan",
                "jia-haoma",
                "jia-shengri",
                "jia-zi",
                "jia-banshi");
    }

    @ParameterizedTest
    @MethodSource("cards")
    void readsEachCardOrSaysWhyNot(String id) throws Exception {
        try (Counterpart driver = new Counterpart(folder)) {
            driver.awaitOnline();
            Person person = Counterpart.person(id);
            PAGE.assertRow("Cards", "`" + id + "`", person.noteEn(), driver.lay(id));
        }
    }

    @Test
    void everyOtherPersonLaysAnOrdinaryCard() {
        assertThat(People.builtIn().all()).allSatisfy(person -> {
            boolean special = cards().anyMatch(person.id()::equals);
            assertThat(special || person.document().getClass().getSimpleName().equals("Citizen"))
                    .isTrue();
        });
    }
}
