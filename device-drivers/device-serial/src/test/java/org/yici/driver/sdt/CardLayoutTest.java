package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.device.IdentityCard;
import org.yici.device.IdentityCard.Citizen;
import org.yici.device.IdentityCard.ForeignResident;
import org.yici.device.IdentityCard.ForeignResident.Edition;
import org.yici.device.IdentityCard.ResidencePermit;

class CardLayoutTest {
    private static final String CITIZEN = "read base, citizen";
    private static final String PERMIT = "read base, residence-permit-J";
    private static final String FOREIGNER_2017 = "read base, foreigner-I";
    private static final String FOREIGNER_2023 = "read base, foreigner-Y";

    private static IdentityCard card(byte[] text) {
        CardText parsed = CardLayout.parse(text);
        assertThat(parsed).isInstanceOf(CardText.Read.class);
        return ((CardText.Read) parsed).card();
    }

    private static Citizen citizen(byte[] text) {
        return (Citizen) card(text);
    }

    private static byte[] with(int offset, String words) {
        return with(CITIZEN, offset, words);
    }

    private static byte[] with(String title, int offset, String words) {
        byte[] text = Golden.text(title);
        byte[] bytes = words.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(bytes, 0, text, offset, bytes.length);
        return text;
    }

    @Test
    void readsTheGoldenCitizen() {
        assertThat(citizen(Golden.text(CITIZEN)))
                .isEqualTo(new Citizen(
                        "林知夏",
                        2,
                        15,
                        LocalDate.of(1988, 2, 29),
                        "示范省示范县一次镇桂花街12号3栋204室",
                        "000101198802290029",
                        "示范县公安局",
                        LocalDate.of(2019, 11, 5),
                        Optional.of(LocalDate.of(2039, 11, 5))));
    }

    @Test
    void readsTheCardThatNobodyHas() {
        assertThat(citizen(NobodysCard.text()).name()).isEqualTo("样".repeat(15));
        new SdtDriver().rehearse();
    }

    @Test
    void readsRareCharactersAndACardWithoutEnd() {
        Citizen card = citizen(Golden.text("read base, citizen-long-term-rare"));
        assertThat(card.name()).isEqualTo("𠮷龘");
        assertThat(card.name().codePointCount(0, card.name().length())).isEqualTo(2);
        assertThat(card.address()).isEqualTo("示范省示范县㛃水乡");
        assertThat(card.validTo()).isEmpty();
        assertThat(card.validOn(LocalDate.of(2099, 1, 1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"林\u200B夏", "林\uFFFF夏", "林\u202E夏", "林\uFE00夏", "林\uFDD0"})
    void aNameWithSomethingThatNobodySeesIsNoName(String name) {
        assertThat(CardLayout.parse(with(0, name))).isEqualTo(new CardText.NotTrusted("name"));
    }

    @Test
    void aNameMayHaveLettersThatOnlyGbkKnows() {
        assertThat(citizen(with(0, "王小\uE863")).name()).isEqualTo("王小\uE863");
    }

    @Test
    void readsTheGoldenResidencePermit() {
        assertThat(card(Golden.text(PERMIT)))
                .isEqualTo(new ResidencePermit(
                        "歐陽樂天",
                        1,
                        LocalDate.of(1995, 12, 31),
                        "示范市示范区海棠路8号",
                        "000000199512310012",
                        "示范市公安局",
                        LocalDate.of(2022, 3, 1),
                        Optional.of(LocalDate.of(2027, 3, 1)),
                        "H00000001",
                        "02"));
    }

    @Test
    void readsTheGoldenForeignersOfBothEditions() {
        assertThat(card(Golden.text(FOREIGNER_2017)))
                .isEqualTo(new ForeignResident(
                        Edition.OF_2017,
                        "DOE, JANE EXAMPLE",
                        Optional.of("杜珍"),
                        2,
                        LocalDate.of(1985, 1, 1),
                        "UTO000085010101",
                        "UTO",
                        LocalDate.of(2018, 12, 10),
                        Optional.of(LocalDate.of(2028, 12, 9))));
        assertThat(card(Golden.text(FOREIGNER_2023)))
                .isEqualTo(new ForeignResident(
                        Edition.OF_2023,
                        "DOE, JOHANNES MAXIMILIAN ALEXANDER LONGNAME",
                        Optional.of("杜约翰"),
                        1,
                        LocalDate.of(1977, 7, 7),
                        "900000197707070016",
                        "UTO",
                        LocalDate.of(2024, 6, 1),
                        Optional.of(LocalDate.of(2034, 5, 31))));
    }

    @Test
    void aForeignerMayHaveNoChineseName() {
        byte[] former = with(FOREIGNER_2017, 158, " ".repeat(15));
        assertThat(card(former).name()).isEqualTo("DOE, JANE EXAMPLE");
        byte[] present = with(FOREIGNER_2023, 0, " ".repeat(15));
        assertThat(card(present).name()).isEqualTo("DOE, JOHANNES MAXIMILIAN ALEXANDER LONGNAME");
    }

    @ParameterizedTest
    @CsvSource({
        "'read base, residence-permit-J', 122, 000000199512310013, number",
        "'read base, residence-permit-J', 36, 19951230, birth",
        "'read base, residence-permit-J', 220, 'H0000-001', travel-permit",
        "'read base, residence-permit-J', 238, 'x2', issues",
        "'read base, foreigner-I', 122, UTX, number",
        "'read base, foreigner-I', 220, 19850102, birth",
        "'read base, foreigner-I', 152, 'U1O', nationality",
        "'read base, foreigner-I', 204, 20181209, valid-to",
        "'read base, foreigner-Y', 122, 900000197707070017, number",
        "'read base, foreigner-Y', 122, 000000197707070013, number",
        "'read base, foreigner-Y', 36, 19770708, birth",
        "'read base, foreigner-Y', 242, 'uto', nationality"
    })
    void namesTheFieldThatCannotBeTrueOnOtherCards(String title, int offset, String words, String field) {
        assertThat(CardLayout.parse(with(title, offset, words))).isEqualTo(new CardText.NotTrusted(field));
    }

    @Test
    void takesZeroAndBlankForTheCitizensLayout() {
        assertThat(citizen(with(248, "\0")).name()).isEqualTo("林知夏");
        assertThat(citizen(with(248, " ")).name()).isEqualTo("林知夏");
        assertThat(CardLayout.parse(with(248, "\u4E00"))).isEqualTo(new CardText.Unsupported("U+4E00"));
    }

    @Test
    void trimsNulsAndWideSpacesToo() {
        assertThat(citizen(with(0, "林知夏\0\0\0\0\u3000\0\0\0\0\0\0\0")).name()).isEqualTo("林知夏");
    }

    @Test
    void readsASmallXAsTheCheckCharacter() {
        byte[] text = with(122, "00010219930412204x");
        System.arraycopy("19930412".getBytes(StandardCharsets.UTF_16LE), 0, text, 36, 16);
        assertThat(citizen(text).number()).isEqualTo("00010219930412204X");
    }

    @ParameterizedTest
    @CsvSource({
        "0, '               ', name",
        "0, '\u2000\u2000\u2000\u2000\u2000\u2000\u2000\u2000\u2000\u2000\u2000\u2000\u2000\u2000\u2000', name",
        "0, '林\uD842夏', name",
        "0, '林\u0007夏', name",
        "30, 3, sex",
        "32, 5x, nation",
        "32, 00, nation",
        "32, 96, nation",
        "36, 19880230, birth",
        "36, 19880228, birth",
        "36, 1988022一, birth",
        "122, 000101198802290028, number",
        "122, '00010119880229002 ', number",
        "122, 000101198813010029, number",
        "188, 20191305, valid-from",
        "204, 永久      , valid-to",
        "204, 20181105, valid-to"
    })
    void namesTheFieldThatCannotBeTrueAndNeverItsValue(int offset, String words, String field) {
        assertThat(CardLayout.parse(with(offset, words))).isEqualTo(new CardText.NotTrusted(field));
    }

    @RepeatedTest(200)
    void isSafeForAnyBytes(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<String> titles = List.of(CITIZEN, PERMIT, FOREIGNER_2017, FOREIGNER_2023);
        byte[] text = Golden.text(titles.get(random.nextInt(titles.size())));
        for (int i = random.nextInt(20); i >= 0; i--) {
            text[random.nextInt(text.length)] = (byte) random.nextInt(256);
        }
        CardText parsed = CardLayout.parse(text);
        assertThat(parsed.toString()).as("seed %d", run.getCurrentRepetition()).doesNotContain("林", "DOE", "0000");
    }

    @Test
    void printsTheModulesNumberAsItsMakerDoes() {
        byte[] frame = Golden.answer("SAM id");
        SdtAnswer answer = new FrameParser().feed(frame, frame.length).get(0);
        assertThat(SafeModuleId.of(answer.data())).isEqualTo("05.03-20260101-000000001-000000002");
    }
}
