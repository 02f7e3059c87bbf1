package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.devices.ChipBench.person;
import static org.yici.devices.Ran.run;
import static org.yici.devices.Ran.runUntil;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.bench.chip.ChipCard;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.chip.ChipQuirk;
import tools.jackson.databind.JsonNode;

/** Chip cards in a reader of the bench, behind a real smart-card service, as scripts see them. */
class ReadChipCardTest {
    @AutoClose
    @RegisterExtension
    static final ChipBench BENCH = ChipBench.forAll();

    @Test
    void readsTheSocialSecurityCardThatLiesThereAndMasksIt() throws IOException {
        BENCH.insert("lin-zhixia");
        Ran ran = run("read-chip-card");
        ran.assertDone("social-security-card");
        JsonNode card = ran.last();
        assertThat(card.path("version").asString()).isEqualTo("2.00");
        assertThat(card.path("cardId").asString()).matches("[0-9A-F]{4}\\*{24}[0-9A-F]{4}");
        assertThat(card.path("number").asString()).matches("\\*{2,7}[0-9A-Z]{2}");
        assertThat(card.path("holder").asString()).isEqualTo("told");
        assertThat(card.path("holderNumber").asString()).isEqualTo("0001**********0029");
        assertThat(card.path("name").asString()).isEqualTo("林*夏");
        assertThat(card.path("sex").asInt()).isEqualTo(2);
        assertThat(card.path("birth").asString()).isEqualTo("1988-**-**");
        assertThat(card.path("expires").asString())
                .isGreaterThan(card.path("issued").asString());
        assertThat(ran.words()).doesNotContain("林知夏", "Personal data");
    }

    @Test
    void revealsWithAWarning() throws IOException {
        BENCH.insert("lin-zhixia");
        Ran ran = run("read-chip-card", "--reveal");
        ran.assertDone("social-security-card");
        assertThat(ran.last().path("name").asString()).isEqualTo("林知夏");
        assertThat(ran.last().path("holderNumber").asString())
                .isEqualTo(person("lin-zhixia").number());
        assertThat(ran.last().path("birth").asString()).isEqualTo("1988-02-29");
        assertThat(ran.last().path("cardId").asString()).matches("[0-9A-F]{32}");
        assertThat(ran.words()).contains(Ran.WARNING);
    }

    @Test
    void saysThatACardGuardsItsHolder() throws IOException {
        BENCH.insert("lin-zhixia", ChipQuirk.GUARDS_HOLDER);
        Ran ran = run("read-chip-card", "--reader", ChipFarEnd.READER);
        ran.assertDone("social-security-card");
        assertThat(ran.last().path("version").asString()).isEqualTo("3.00");
        assertThat(ran.last().path("holder").asString()).isEqualTo("guarded");
        assertThat(ran.last().propertyNames()).doesNotContain("name", "holderNumber", "sex", "birth");
        assertThat(ran.words()).contains("guards its holder");
    }

    @Test
    void readsTheNextCardThatIsInserted() throws Exception {
        Ran ran = runUntil("Waiting for a card in " + ChipFarEnd.READER, () -> BENCH.insert("ji-da"), "read-chip-card");
        ran.assertDone("social-security-card");
        assertThat(ran.last().path("name").asString()).isEqualTo("𠮷*");
    }

    @ParameterizedTest
    @CsvSource({"jia-haoma, not-trusted, holder-number, holder-number", "jia-banshi, unsupported, 6A82, not read here"})
    void saysWhyACardIsRefused(String person, String reason, String nativeCode, String words) throws IOException {
        BENCH.insert(person);
        Ran ran = run("read-chip-card");
        ran.assertRefused(reason, nativeCode);
        assertThat(ran.words()).contains(words);
    }

    @Test
    void saysThatACardWasPulledTooEarly() throws Exception {
        BENCH.farEnd().set(ChipQuirk.YANKED, true);
        Ran ran = runUntil(
                "Waiting",
                () -> BENCH.farEnd().insert(ChipCard.socialSecurity(person("lin-zhixia"))),
                "read-chip-card");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.last().path("what").asString()).isEqualTo("refused");
        assertThat(ran.last().path("reason").asString()).isEqualTo("unreadable");
        assertThat(ran.words()).contains("could not be read", "insert it again");
    }

    @Test
    void saysThatNoCardCame() {
        Ran ran = run("read-chip-card", "--timeout", "1");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.last().path("what").asString()).isEqualTo("timeout");
        assertThat(ran.last().path("seconds").asInt()).isEqualTo(1);
        assertThat(ran.words()).contains("No card was inserted within 1 s");
    }

    /** It takes longer to read than to wait for it. */
    @Test
    void readsACardThatCameInTime() throws IOException {
        BENCH.insert("lin-zhixia", ChipQuirk.SLOW, ChipQuirk.GUARDS_HOLDER);
        run("read-chip-card", "--timeout", "1").assertDone("social-security-card");
    }

    private static void assertUnusable(Ran ran, String fault, String... words) {
        assertThat(ran.exit()).as(ran.words()).isEqualTo(1);
        assertThat(ran.last().path("what").asString()).isEqualTo("status");
        assertThat(ran.last().path("faults").path(0).path("name").asString()).isEqualTo(fault);
        assertThat(ran.words()).contains(words).doesNotContain("Waiting");
    }

    @Test
    void saysThatTheServiceDoesNotRun() throws IOException {
        BENCH.farEnd().killService();
        assertUnusable(run("read-chip-card"), "service-gone", "does not run", "pcscd");
    }

    @Test
    void saysThatNoReaderIsThere() throws IOException {
        BENCH.farEnd().unplug();
        assertUnusable(run("read-chip-card", "--reader", ""), "reader-gone", "plug one in");
    }

    @Test
    void saysThatNoReaderHasThatName() {
        assertUnusable(run("read-chip-card", "--reader", "Another 00 00"), "reader-gone", "\"Another 00 00\"", "probe");
    }

    @Test
    void saysThatTheServiceWentAwayWhileItWaited() throws Exception {
        Ran ran = runUntil("Waiting", BENCH.farEnd()::killService, "read-chip-card", "--timeout", "3");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.last().path("what").asString()).isEqualTo("timeout");
        assertThat(ran.words()).contains("does not run");
    }

    @Test
    void tellsAWrongCallFromARefusal() throws IOException {
        BENCH.insert("lin-zhixia");
        for (String wrong : List.of(
                "--number UT0000851",
                "--birth 850101",
                "--expiry 310630",
                "--number UT0000851 --birth 850101",
                "--number UT0000851 --expiry 310630",
                "--number UT0000851 --birth 851301 --expiry 310630",
                "--number UT0000851 --birth 850101 --expiry 310631",
                "--number UT0000851 --birth 1985-01-01 --expiry 310630",
                "--number UT00008512 --birth 850101 --expiry 310630",
                "--timeout 0",
                "--timeout soon",
                "--countries /nowhere",
                "--port /dev/ttyS0")) {
            Ran ran = run(("read-chip-card " + wrong).split(" "));
            assertThat(ran.exit()).as(wrong + ": " + ran.words()).isEqualTo(2);
            assertThat(ran.words())
                    .as(wrong)
                    .isNotBlank()
                    .doesNotContain("Exception", "UT00008", "851301", "310631", "1985-01-01");
            assertThat(ran.objects()).as(wrong).isEmpty();
        }
        assertThat(BENCH.farEnd().heard()).isEmpty();
    }
}
