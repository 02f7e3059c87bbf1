package org.yici.driver.chip.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yici.device.SocialSecurityCard;
import org.yici.device.contract.Fuzz;
import org.yici.driver.chip.CardRefusal;
import org.yici.driver.chip.Golden;
import org.yici.driver.chip.Golden.GoldenCard;
import org.yici.driver.chip.GoldenLink;

/** Whatever a card answers: it is read or refused, in few commands, and what is read keeps its form. */
class SocialSecurityFuzzTest {
    private static final List<GoldenCard> CARDS = Golden.ALL.stream()
            .filter(card -> card.title().startsWith("social security"))
            .toList();

    @Test
    void noCardIsReadAsWhatItIsNot() {
        Fuzz.run("social-security cards", random -> {
            GoldenCard golden = CARDS.get(random.nextInt(CARDS.size()));
            GoldenLink link =
                    new GoldenLink(golden, answer -> random.nextInt(12) == 0 ? Fuzz.damaged(answer, random) : answer);
            try {
                SocialSecurityApplication application = new SocialSecurityApplication(link);
                if (application.isSelected()) {
                    check(application.read());
                }
            } catch (CardRefusal e) {
                assertThat(e.nativeCode()).isNotBlank();
            }
            assertThat(link.heard()).hasSizeLessThan(80).noneMatch(command -> command.startsWith("0020"));
        });
    }

    private static void check(SocialSecurityCard card) {
        assertThat(card.cardId()).hasSize(32);
        assertThat(card.number()).matches("[0-9A-Z]{1,9}");
        assertThat(card.expires()).isAfterOrEqualTo(card.issued());
        card.holder().ifPresent(holder -> {
            assertThat(holder.name()).isNotBlank();
            assertThat(holder.number().length()).isIn(15, 18);
        });
    }
}
