package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yici.base.Personal;
import org.yici.device.ChipEvent.CardRead;
import org.yici.device.SocialSecurityCard;
import org.yici.device.SocialSecurityCard.Holder;

class SocialSecurityLineTest {
    private static final Holder HOLDER =
            new Holder("000101198802290029", "林知夏", Optional.of(2), Optional.of(LocalDate.of(1988, 2, 29)));

    private static Line line(Optional<Holder> holder, boolean reveal) {
        SocialSecurityCard card = new SocialSecurityCard(
                "0001010000000000000000000000ABCD",
                1,
                "2.00",
                "000101000000000000000001",
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2030, 1, 1),
                "A0000007X",
                holder);
        return SocialSecurityLine.of(new CardRead(Personal.of(card), Duration.ofMillis(1234)), new Reveal(reveal));
    }

    @Test
    void tellsEachFieldThatThePageNamesInItsOrder() {
        assertThat(line(Optional.of(HOLDER), true).fields().keySet())
                .containsExactlyElementsOf(Ran.documented("social-security-card"));
    }

    @Test
    void tellsAllAsItIsIfRevealed() {
        assertThat(line(Optional.of(HOLDER), true).fields())
                .containsEntry("cardId", "0001010000000000000000000000ABCD")
                .containsEntry("cardClass", 1)
                .containsEntry("version", "2.00")
                .containsEntry("issuer", "000101000000000000000001")
                .containsEntry("issued", "2020-01-01")
                .containsEntry("expires", "2030-01-01")
                .containsEntry("number", "A0000007X")
                .containsEntry("holder", "told")
                .containsEntry("holderNumber", "000101198802290029")
                .containsEntry("name", "林知夏")
                .containsEntry("sex", 2)
                .containsEntry("birth", "1988-02-29")
                .containsEntry("sinceFoundMs", 1234L);
    }

    @Test
    void masksWhatIsPersonal() {
        assertThat(line(Optional.of(HOLDER), false).fields())
                .containsEntry("cardId", "0001************************ABCD")
                .containsEntry("number", "*******7X")
                .containsEntry("holderNumber", "0001**********0029")
                .containsEntry("name", "林*夏")
                .containsEntry("birth", "1988-**-**");
    }

    @Test
    void leavesOutWhatTheCardDoesNotTell() {
        List<String> ofTheHolder = List.of("holderNumber", "name", "sex", "birth");
        assertThat(line(Optional.empty(), true).fields())
                .containsEntry("holder", "guarded")
                .doesNotContainKeys(ofTheHolder.toArray(String[]::new));
        Holder brief = new Holder("000101198802290029", "林知夏", Optional.empty(), Optional.empty());
        assertThat(line(Optional.of(brief), true).fields())
                .containsEntry("holder", "told")
                .containsKey("name")
                .doesNotContainKeys("sex", "birth");
    }
}
