package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.base.WhoActs;
import org.yici.device.ChipEvent.CardRefused;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.MediaStatus;
import org.yici.device.ReaderEvent;
import org.yici.device.TravelDocumentOutcome;
import org.yici.device.TravelDocumentProof;

class ChipWordsTest {
    private static final String CODE = "80100009";

    private static DeviceStatus status(DeviceFault... faults) {
        return new DeviceStatus.OfChipCardReader(
                new DeviceId("chip-card-reader"), DeviceState.OFFLINE, MediaStatus.UNKNOWN, "", List.of(faults));
    }

    private static String trouble(String fault, String wanted) {
        return ChipWords.trouble(status(new DeviceFault(fault, WhoActs.RESET, CODE)), wanted)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "service-gone, start pcscd",
        "reader-gone, plug one in",
        "reader-refused, plug it in",
        "library-missing, install libpcsclite1",
        "card-silent, pull it out",
        "card-busy, end that program",
        "driver, driver (80100009)"
    })
    void saysOfEachFaultWhatToDo(String fault, String words) {
        assertThat(trouble(fault, "")).contains(words).endsWith(".");
    }

    @Test
    void namesTheReaderThatIsWanted() {
        assertThat(trouble("reader-gone", "Brand 01 00")).contains("\"Brand 01 00\"");
    }

    @Test
    void saysNothingWhereNothingIsWrong() {
        assertThat(ChipWords.trouble(status(), "")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesTheCodeOfARefusedCard(ReaderEvent.Reason reason) {
        assertThat(ChipWords.refused(new CardRefused(reason, "6A82", Duration.ZERO)))
                .contains("6A82");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatToDoOfARefusedDocumentInWordsOfItsOwn(TravelDocumentOutcome.Reason reason) {
        String words = ChipWords.refused(new TravelDocumentOutcome.Refused(reason, "6982"));
        assertThat(words).startsWith("The travel document").endsWith(".");
        for (TravelDocumentOutcome.Reason other : TravelDocumentOutcome.Reason.values()) {
            if (other != reason) {
                assertThat(words).isNotEqualTo(ChipWords.refused(new TravelDocumentOutcome.Refused(other, "6982")));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyADocumentIsNotVerified(TravelDocumentProof.Reason reason) {
        assertThat(ChipWords.proof(new TravelDocumentProof.NotVerified(reason, "DG11")))
                .endsWith("(DG11).");
        assertThat(ChipWords.proof(new TravelDocumentProof.NotVerified(reason, "")))
                .doesNotContain("(");
    }

    @Test
    void promisesNoMoreThanASignature() {
        assertThat(ChipWords.proof(new TravelDocumentProof.Verified("UT"))).contains("signed by UT", "copy");
    }
}
