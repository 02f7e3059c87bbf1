package org.yici.bench.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.bench.people.Document.Flaw;
import org.yici.bench.people.Person;

/** The bench's cards say what the golden cards say, byte for byte. */
class SocialSecurityGoldenTest {
    private static final HexFormat HEX = HexFormat.of();

    private static CardProgram program(SocialSecurityFiles files, ChipQuirk... on) {
        Set<ChipQuirk> quirks = EnumSet.noneOf(ChipQuirk.class);
        quirks.addAll(List.of(on));
        return new SocialSecurityCard(files, quirks::contains);
    }

    private static CardProgram program(Person person, ChipQuirk... on) {
        return program(SocialSecurityFiles.of(person), on);
    }

    private static void assertSame(CardProgram program, String title) {
        Golden.Card golden = Golden.card(title);
        assertThat(HEX.formatHex(program.atr())).isEqualTo(golden.atr());
        List<Golden.Exchange> said = new ArrayList<>();
        for (Golden.Exchange exchange : golden.exchanges()) {
            byte[] answer = program.answer(HEX.parseHex(exchange.command()));
            said.add(new Golden.Exchange(exchange.command(), HEX.formatHex(answer)));
        }
        assertThat(said).isNotEmpty().isEqualTo(golden.exchanges());
    }

    private static Person flawed(Flaw flaw) {
        return Holders.sample("社会样本", Optional.of(flaw));
    }

    @Test
    void aCardOfTheSecondGeneration() {
        assertSame(program(Holders.sample()), "social security 2.00");
    }

    @Test
    void aCardOfTheThirdGenerationGuardsItsHolder() {
        assertSame(program(Holders.sample(), ChipQuirk.GUARDS_HOLDER), "social security 3.00, holder guarded");
    }

    @Test
    void aCardOfTheFirstGenerationKnowsTagsAndNoHolder() {
        assertSame(program(Holders.sample(), ChipQuirk.NUMBERS_BY_TAG), "social security 1.00, records by tag");
        assertSame(
                program(Holders.sample(), ChipQuirk.NUMBERS_BY_TAG, ChipQuirk.GUARDS_HOLDER),
                "social security 1.00, records by tag");
    }

    @Test
    void aCardThatRanOutSaysSo() {
        CardProgram program = program(Holders.sample(), ChipQuirk.EXPIRED);
        for (Golden.Exchange exchange :
                Golden.card("social security 2.00").exchanges().subList(0, 3)) {
            program.answer(HEX.parseHex(exchange.command()));
        }
        assertThat(HEX.formatHex(program.answer(HEX.parseHex("00b2050406")))).isEqualTo("0504201001019000");
        assertThat(HEX.formatHex(program.answer(HEX.parseHex("00b2060406")))).isEqualTo("0604201912319000");
    }

    @Test
    void aRecordThatSaysThatItIsLongerThanItIs() {
        assertSame(program(Holders.sample(), ChipQuirk.FILE_TOO_LONG), "refused: record");
    }

    @Test
    void whatIsWrongWithTheIdCardIsWrongWithThisOneToo() {
        assertSame(program(flawed(Flaw.CHECK_DIGIT)), "cannot be true: holder-number");
        assertSame(program(flawed(Flaw.BIRTH)), "cannot be true: birth");
        assertSame(program(Holders.sample("社会", Optional.of(Flaw.HALF_CHARACTER))), "cannot be true: name");
        assertSame(program(flawed(Flaw.LAYOUT)), "unsupported");
    }

    @Test
    void aNameThatGoesOnInARecordOfItsOwn() {
        SocialSecurityFiles files = SocialSecurityFiles.of(Holders.sample())
                .with(new DataRecord(0x09, HEX.parseHex("d1f9".repeat(15))))
                .with(new DataRecord(0x4E, HEX.parseHex("b1be".repeat(4) + "00".repeat(12))));
        assertSame(program(files), "social security 2.00, long name");
    }

    /** No person of the bench has such a card; its bytes are put together as the others' are. */
    @ParameterizedTest
    @CsvSource({
        "expires, 06, 20300230",
        "'expires, before it was issued', 06, 20191231",
        "issued, 05, 2020010a",
        "number, 07, 413030303007303031",
        "version, 03, 322c3030",
        "card-id, 01, 000000000000000000000000000000",
        "sex, 0a, 35"
    })
    void aFieldThatCannotBeTrue(String title, String tag, String value) {
        SocialSecurityFiles files = SocialSecurityFiles.of(Holders.sample())
                .with(new DataRecord(HexFormat.fromHexDigits(tag), HEX.parseHex(value)));
        assertSame(program(files), "cannot be true: " + title);
    }

    @Test
    void aCardThatLacksARecordOrAFile() {
        SocialSecurityFiles files = SocialSecurityFiles.of(Holders.sample());
        List<DataRecord> withoutClass =
                files.card().stream().filter(record -> record.tag() != 0x02).toList();
        assertSame(program(new SocialSecurityFiles(withoutClass, files.holder())), "cannot be true: class");
        assertSame(program(new SocialSecurityFiles(List.of(), files.holder())), "refused: EF05 6A82");
    }

    @Test
    void everyGoldenCardButTheTravelDocumentIsHere() {
        assertThat(Golden.CARDS.keySet())
                .filteredOn(title -> !title.startsWith("cannot be true"))
                .containsExactlyInAnyOrder(
                        "social security 2.00",
                        "social security 3.00, holder guarded",
                        "social security 1.00, records by tag",
                        "social security 2.00, long name",
                        "refused: EF05 6A82",
                        "refused: record",
                        "unsupported",
                        "travel document");
        assertThat(Golden.CARDS.keySet())
                .filteredOn(title -> title.startsWith("cannot be true"))
                .hasSize(11);
    }
}
