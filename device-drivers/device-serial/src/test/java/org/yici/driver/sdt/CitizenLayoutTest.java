package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.device.IdentityCard;

class CitizenLayoutTest {
    private static final String CITIZEN = "read base, citizen";

    private static IdentityCard citizen(byte[] text) {
        CardText parsed = CitizenLayout.parse(text);
        assertThat(parsed).isInstanceOf(CardText.Citizen.class);
        return ((CardText.Citizen) parsed).card();
    }

    private static byte[] with(int offset, String words) {
        byte[] text = Golden.text(CITIZEN);
        byte[] bytes = words.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(bytes, 0, text, offset, bytes.length);
        return text;
    }

    @Test
    void readsTheGoldenCitizen() {
        assertThat(citizen(Golden.text(CITIZEN)))
                .isEqualTo(new IdentityCard(
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
        IdentityCard card = citizen(Golden.text("read base, citizen-long-term-rare"));
        assertThat(card.name()).isEqualTo("𠮷龘");
        assertThat(card.name().codePointCount(0, card.name().length())).isEqualTo(2);
        assertThat(card.address()).isEqualTo("示范省示范县㛃水乡");
        assertThat(card.validTo()).isEmpty();
        assertThat(card.validOn(LocalDate.of(2099, 1, 1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'read base, residence-permit-J', J", "'read base, foreigner-I', I", "'read base, foreigner-Y', Y"})
    void saysWhichOtherLayoutItMet(String title, String layout) {
        assertThat(CitizenLayout.parse(Golden.text(title))).isEqualTo(new CardText.Unsupported(layout));
    }

    @Test
    void takesZeroAndBlankForTheCitizensLayout() {
        assertThat(citizen(with(248, "\0")).name()).isEqualTo("林知夏");
        assertThat(citizen(with(248, " ")).name()).isEqualTo("林知夏");
        assertThat(CitizenLayout.parse(with(248, "\u4E00"))).isEqualTo(new CardText.Unsupported("U+4E00"));
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
        assertThat(CitizenLayout.parse(with(offset, words))).isEqualTo(new CardText.NotTrusted(field));
    }

    @RepeatedTest(200)
    void isSafeForAnyBytes(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        byte[] text = Golden.text(CITIZEN);
        for (int i = random.nextInt(20); i >= 0; i--) {
            text[random.nextInt(text.length)] = (byte) random.nextInt(256);
        }
        CardText parsed = CitizenLayout.parse(text);
        assertThat(parsed.toString()).as("seed %d", run.getCurrentRepetition()).doesNotContain("林");
    }

    @Test
    void printsTheModulesNumberAsItsMakerDoes() {
        byte[] frame = Golden.answer("SAM id");
        SdtAnswer answer = new FrameParser().feed(frame, frame.length).get(0);
        assertThat(SafeModuleId.of(answer.data())).isEqualTo("05.03-20260101-000000001-000000002");
    }
}
