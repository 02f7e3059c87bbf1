package org.yici.driver.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.NoSuchAlgorithmException;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardNotPresentException;
import jnasmartcardio.Smartcardio.JnaPCSCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.driver.chip.PcscTrouble.Kind;

class PcscTroubleTest {
    @ParameterizedTest
    @CsvSource({
        "8010001D, SERVICE_GONE",
        "8010001E, SERVICE_GONE",
        "80100013, SERVICE_GONE",
        "80100009, READER_GONE",
        "80100017, READER_GONE",
        "8010002E, READER_GONE",
        "8010000B, BUSY",
        "80100016, CARD",
        "80100066, CARD",
        "80100069, CARD"
    })
    void knowsWhatTheServicesCodesMean(String code, Kind kind) {
        JnaPCSCException said = new JnaPCSCException(Long.parseLong(code, 16), "said");
        assertThat(PcscTrouble.of(said))
                .extracting(PcscTrouble::kind, PcscTrouble::nativeCode)
                .containsExactly(kind, code);
        assertThat(PcscTrouble.of(new EstablishContextException(said)).kind()).isEqualTo(kind);
    }

    /** The native library gives codes with their sign where {@code long} has 64 bits. */
    @Test
    void readsCodesOfAnyWidth() {
        assertThat(PcscTrouble.of(new JnaCardNotPresentException((int) 0x80100069L, "said"))
                        .nativeCode())
                .isEqualTo("80100069");
    }

    @Test
    void tellsAMissingLibraryFromACardThatIsGone() {
        assertThat(PcscTrouble.of(new UnsatisfiedLinkError("no libpcsclite")).kind())
                .isEqualTo(Kind.LIBRARY_MISSING);
        assertThat(PcscTrouble.of(new IllegalArgumentException("apdu must be at least 2 bytes long")))
                .extracting(PcscTrouble::kind, PcscTrouble::nativeCode)
                .containsExactly(Kind.CARD, "IllegalArgumentException");
        assertThat(PcscTrouble.of(new NoSuchAlgorithmException("PC/SC")).kind()).isEqualTo(Kind.CARD);
    }
}
