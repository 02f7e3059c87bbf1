package org.yici.driver.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import javax.smartcardio.ResponseAPDU;
import org.junit.jupiter.api.Test;
import org.yici.device.ReaderEvent.Reason;
import org.yici.driver.chip.Golden.GoldenCard;

class CardReadingTest {
    @Test
    void findsATravelDocument() throws CardRefusal {
        assertThat(new CardReading().talk(new GoldenLink("travel document")))
                .isInstanceOf(CardReading.Found.TravelDocument.class);
    }

    /** Some chips of passports call every application their own. */
    @Test
    void takesNoCardForSocialSecurityThatSelectsAnythingAndHasNoRecord() throws CardRefusal {
        CardLink passport = new GoldenLink("travel document");
        CardLink anything = command -> {
            ResponseAPDU answer = passport.transmit(command);
            return command.getINS() == 0xA4 ? new ResponseAPDU(new byte[] {(byte) 0x90, 0}) : answer;
        };
        assertThat(new CardReading().talk(anything)).isInstanceOf(CardReading.Found.TravelDocument.class);
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
