package org.yici.paper.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CertificateIdentifierTest {
    /** Published identifiers of real certificates; issuers may be shorter than 18 characters. */
    private static final String FIRST =
            "1.2.156.3005.2.11100000000013338W087.11370800MB28559184.37080001202411010001.001.3";

    @ParameterizedTest
    @ValueSource(
            strings = {
                FIRST,
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S",
                "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9"
            })
    void readsAndRepeatsPublishedIdentifiers(String text) {
        assertThat(CertificateIdentifier.parse(text)).hasToString(text);
        assertThat(CertificateIdentifier.isValid(text)).isTrue();
    }

    /** An example in the description of one province's interface: its check character should be D by the rule that all others follow. */
    @Test
    void refusesAPublishedExampleThatBreaksTheRule() {
        String parts = "1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.";
        assertThat(CertificateIdentifier.isValid(parts + "M")).isFalse();
        assertThat(CertificateIdentifier.isValid(parts + "D")).isTrue();
    }

    @Test
    void composesTheCheckCharacter() {
        var identifier = new CertificateIdentifier("11100000MB03271699022", "340100", "000000016", "001");
        assertThat(identifier.checkCharacter()).isEqualTo('9');
    }

    @Test
    void noticesEveryChangeOfOneCharacter() {
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        for (int at = "1.2.156.3005.2.".length(); at < FIRST.length(); at++) {
            if (FIRST.charAt(at) == '.') {
                continue;
            }
            for (char other : alphabet.toCharArray()) {
                String changed = FIRST.substring(0, at) + other + FIRST.substring(at + 1);
                assertThat(CertificateIdentifier.isValid(changed)).as(changed).isEqualTo(changed.equals(FIRST));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.156.3005.2.",
                "1.2.156.3005.2.11100000mb03271699022.340100.000000016.001.9",
                "1.2.156.3005.3.11100000MB03271699022.340100.000000016.001.9",
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9 ",
                "1.2.156.3005.2.11100000MB03271699022..000000016.001.9"
            })
    void refusesOtherForms(String text) {
        assertThat(CertificateIdentifier.isValid(text)).isFalse();
    }

    @Test
    void refusesPartsThatWouldNotParse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CertificateIdentifier("11100000MB03271699022", "34.0100", "1", "001"))
                .withMessageNotContaining("34.0100");
    }
}
