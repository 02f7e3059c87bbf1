package org.yici.driver.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.yici.device.ReaderEvent.Reason;
import org.yici.driver.chip.Golden.GoldenCard;

class CardReadingTest {
    @Test
    void findsATravelDocument() throws CardRefusal {
        assertThat(new CardReading().talk(new GoldenLink("travel document")))
                .isInstanceOf(CardReading.Found.TravelDocument.class);
    }

    @Test
    void saysWhichStatusAnUnknownCardGave() {
        assertThat(catchThrowableOfType(CardRefusal.class, () -> new CardReading().talk(new GoldenLink("unsupported"))))
                .extracting(CardRefusal::reason, CardRefusal::nativeCode)
                .containsExactly(Reason.UNSUPPORTED, "6A82");
    }

    @Test
    void triesNoPinOnAnyCard() {
        for (GoldenCard card : Golden.ALL) {
            GoldenLink link = new GoldenLink(card, answer -> answer);
            try {
                new CardReading().talk(link);
            } catch (CardRefusal e) {
                assertThat(e.nativeCode()).isNotBlank();
            }
            assertThat(link.heard()).isNotEmpty().noneMatch(command -> command.startsWith("0020"));
        }
    }
}
