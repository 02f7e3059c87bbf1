package org.yici.driver.chip.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.device.ReaderEvent.Reason;
import org.yici.driver.chip.CardRefusal;

/** ICAO's specimens (9303-4 to 9303-6). */
class MachineReadableZoneTest {
    private static final String TD1 =
            "I<UTOD231458907<<<<<<<<<<<<<<<" + "7408122F1204159UTO<<<<<<<<<<<6" + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    private static final String TD2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<" + "D231458907UTO7408122F1204159<<<<<<<6";

    private static final String TD3 =
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<" + "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    private static Stream<String> specimens() {
        return Stream.of(TD1, TD2, TD3);
    }

    private static CardRefusal refusal(String zone) {
        return catchThrowableOfType(CardRefusal.class, () -> MachineReadableZone.of(zone));
    }

    @Test
    void readsEachForm() throws CardRefusal {
        assertThat(MachineReadableZone.of(TD3))
                .isEqualTo(new MachineReadableZone(
                        "P", "UTO", "L898902C3", "UTO", "740812", 'F', "120415", "ERIKSSON", "ANNA MARIA"));
        MachineReadableZone card = new MachineReadableZone(
                "I", "UTO", "D23145890", "UTO", "740812", 'F', "120415", "ERIKSSON", "ANNA MARIA");
        assertThat(MachineReadableZone.of(TD1)).isEqualTo(card);
        assertThat(MachineReadableZone.of(TD2)).isEqualTo(card);
    }

    /** Number, birth and expiry stand under a digit each; a digit that became another one is always found. */
    @ParameterizedTest
    @MethodSource("specimens")
    void findsEachWrongDigitOfNumberBirthAndExpiry(String zone) {
        int second = zone.length() == 90 ? 30 : zone.length() / 2;
        int birth = zone.length() == 90 ? second : second + 13;
        for (int at = birth; at < birth + 15; at++) {
            char digit = zone.charAt(at);
            if (Character.isDigit(digit)) {
                char other = (char) ('0' + (digit - '0' + 1) % 10);
                String wrong = zone.substring(0, at) + other + zone.substring(at + 1);
                assertThat(refusal(wrong)).as(wrong).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P<UTO", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"})
    void knowsNoOtherLength(String zone) {
        assertThat(refusal(zone).reason()).isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void doesNotKnowChineseExitEntryPermits() {
        assertThat(refusal("CS" + TD1.substring(2)))
                .extracting(CardRefusal::reason, CardRefusal::nativeCode)
                .containsExactly(Reason.UNSUPPORTED, "zone CS");
    }

    @Test
    void refusesOtherCharacters() {
        assertThat(refusal(TD2.replace('O', 'ö')).nativeCode()).isEqualTo("zone");
    }

    @Test
    void tellsNothingOfWhatItHolds() throws CardRefusal {
        assertThat(MachineReadableZone.of(TD1)).hasToString("MachineReadableZone");
    }
}
