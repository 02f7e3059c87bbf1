package org.yici.driver.chip.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.device.ReaderEvent.Reason;
import org.yici.device.SocialSecurityCard;
import org.yici.device.SocialSecurityCard.Holder;
import org.yici.driver.chip.CardRefusal;
import org.yici.driver.chip.Golden;
import org.yici.driver.chip.Golden.GoldenCard;
import org.yici.driver.chip.GoldenLink;

class SocialSecurityApplicationTest {
    private static SocialSecurityCard read(String title) throws CardRefusal {
        return read(new GoldenLink(title));
    }

    private static SocialSecurityCard read(GoldenLink link) throws CardRefusal {
        SocialSecurityApplication application = new SocialSecurityApplication(link);
        assertThat(application.isSelected()).isTrue();
        return application.read();
    }

    private static CardRefusal refusal(GoldenCard card) {
        return catchThrowableOfType(CardRefusal.class, () -> read(new GoldenLink(card, answer -> answer)));
    }

    private static Stream<GoldenCard> untrue() {
        return Golden.ALL.stream().filter(card -> card.title().startsWith("cannot be true"));
    }

    @Test
    void readsTheCardAndItsHolder() throws CardRefusal {
        assertThat(read("social security 2.00"))
                .isEqualTo(new SocialSecurityCard(
                        "900000D1560000050000000001FFFFFF",
                        '3',
                        "2.00",
                        "900000000000000000000001",
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2029, 12, 31),
                        "A00000001",
                        Optional.of(new Holder(
                                "900000199001010010", "社会样本", Optional.of(1), Optional.of(LocalDate.of(1990, 1, 1))))));
    }

    @Test
    void readsTheCardAloneWhereTheHolderIsGuarded() throws CardRefusal {
        SocialSecurityCard card = read("social security 3.00, holder guarded");
        assertThat(card.version()).isEqualTo("3.00");
        assertThat(card.holder()).isEmpty();
    }

    @Test
    void readsRecordsByTheirTagsWhereTheyAreNotNumbered() throws CardRefusal {
        SocialSecurityCard card = read("social security 1.00, records by tag");
        assertThat(card.number()).isEqualTo("A00000001");
        assertThat(card.holder()).isEmpty();
    }

    @Test
    void readsANameThatGoesOn() throws CardRefusal {
        assertThat(read("social security 2.00, long name").holder().map(Holder::name))
                .contains("样".repeat(15) + "本".repeat(4));
    }

    @ParameterizedTest
    @MethodSource("untrue")
    void namesTheFieldThatCannotBeTrue(GoldenCard card) {
        CardRefusal refusal = refusal(card);
        assertThat(refusal.reason()).isEqualTo(Reason.NOT_TRUSTED);
        assertThat(card.title().split("[:,]")[1].strip()).isEqualTo(refusal.nativeCode());
    }

    @Test
    void saysWhatTheCardRefused() {
        assertThat(refusal(Golden.card("refused: EF05 6A82")))
                .extracting(CardRefusal::reason, CardRefusal::nativeCode)
                .containsExactly(Reason.UNREADABLE, "EF05 6A82");
        assertThat(refusal(Golden.card("refused: record")))
                .extracting(CardRefusal::nativeCode)
                .isEqualTo("record");
    }

    @Test
    void tellsNothingOfWhatItHolds() throws CardRefusal {
        SocialSecurityCard card = read("social security 2.00");
        assertThat(card).hasToString("SocialSecurityCard");
        assertThat(card.holder().orElseThrow()).hasToString("Holder");
    }
}
