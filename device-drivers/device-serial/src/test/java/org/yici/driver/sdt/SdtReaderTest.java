package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.device.CardExtras;
import org.yici.device.DeviceId;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.MediaStatus;
import org.yici.device.ReaderEvent.CardRead;
import org.yici.device.ReaderEvent.Reason;

/** What the driver tells of cards. */
class SdtReaderTest extends SdtReaderFixture {
    @Test
    void readsTheWholeCardWithTheModulesNumber() {
        startOnline();
        farEnd.lay(CITIZEN);
        awaitEvents(1);
        CardRead read = (CardRead) events.get(0);
        assertThat(read.card().reveal().name()).isEqualTo("林知夏");
        assertThat(read.safeModule()).isEqualTo("05.03-20260101-000000001-000000002");
        assertThat(read.sinceOpened()).isPositive();
        assertThat(reader.status())
                .isEqualTo(new DeviceStatus.OfIdentityReader(
                        new DeviceId("id-card-reader"),
                        DeviceState.ONLINE,
                        MediaStatus.UNKNOWN,
                        "05.03-20260101-000000001-000000002",
                        List.of()));
    }

    @Test
    void tellsACardThatWasLyingThereWithinTheFirstMoments() {
        farEnd.lay(CITIZEN);
        start();
        awaitEvents(1);
        assertThat(events.get(0).sinceOpened()).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void countsFromTheFirstAnswerAfterAReplug() {
        startOnline();
        farEnd.unplug();
        awaitState(DeviceState.OFFLINE);
        farEnd.lay(CITIZEN);
        farEnd.plugIn();
        awaitEvents(1);
        assertThat(events.get(0).sinceOpened()).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void saysNothingAgainOfACardThatStaysLying() {
        startOnline();
        farEnd.lay(CITIZEN);
        awaitEvents(1);
        awaitPolls(10);
        assertThat(events).hasSize(1);
    }

    @Test
    void refusesACardWhoseDataCannotBeTrue() {
        byte[] frame = Golden.answer(CITIZEN).clone();
        // The last digit of the number, 9 to 8, and the checksum with it.
        frame[14 + 122 + 34] ^= 1;
        frame[frame.length - 1] ^= 1;
        startOnline();
        farEnd.layBytes(frame);
        awaitEvents(1);
        assertRefused(events.get(0), Reason.NOT_TRUSTED, "number");
    }

    @Test
    void refusesALayoutThatNobodyHasHeardOf() {
        byte[] frame = Golden.answer(CITIZEN).clone();
        // The blank at 248 becomes a Q, and the checksum follows.
        frame[14 + 248] ^= ' ' ^ 'Q';
        frame[frame.length - 1] ^= ' ' ^ 'Q';
        startOnline();
        farEnd.layBytes(frame);
        awaitEvents(1);
        assertRefused(events.get(0), Reason.UNSUPPORTED, "layout Q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"residence-permit-J", "foreigner-I", "foreigner-Y", "citizen-long-term-rare"})
    void readsEveryKindOfCard(String kind) {
        startOnline();
        farEnd.lay("read base, " + kind);
        awaitEvents(1);
        assertThat(events.get(0)).isInstanceOf(CardRead.class);
    }

    @ParameterizedTest
    @CsvSource({
        "31, NOT_TRUSTED, read 31 card-refused-reader",
        "32, NOT_TRUSTED, read 32 reader-refused-card",
        "33, NOT_TRUSTED, read 33 verification-failed",
        "40, UNSUPPORTED, read 40 wrong-card",
        "47, UNREADABLE, read 47 random-number-failed",
        "5A, UNREADABLE, read 5A"
    })
    void tellsWhyTheReaderRefusesACard(String status, Reason reason, String nativeCode) {
        startOnline();
        farEnd.answerAlways("3001", refusal(Integer.parseInt(status, 16)));
        farEnd.lay(CITIZEN);
        awaitEvents(1);
        assertRefused(events.get(0), reason, nativeCode);
    }

    /** What is read only where it is asked for. */
    private CardExtras readWith(String setting, String title) {
        start(setting, "true");
        awaitState(DeviceState.ONLINE);
        farEnd.lay(title);
        awaitEvents(1);
        return ((CardRead) events.get(0)).extras().reveal();
    }

    @Test
    void asksForNothingThatIsNotWanted() {
        startOnline();
        farEnd.lay(CITIZEN);
        awaitEvents(1);
        assertThat(((CardRead) events.get(0)).extras().reveal()).isEqualTo(CardExtras.NONE);
        assertThat(farEnd.asked()).doesNotContain("3003", "3010");
    }

    @Test
    void readsANewerAddress() {
        farEnd.answerAlways("3003", Golden.answer("newest address 示范省"));
        assertThat(readWith("newest-address", CITIZEN).newestAddress()).contains("示范省新址路1号");
    }

    @Test
    void readsTheCardWithoutANewerAddress() {
        assertThat(readWith("newest-address", CITIZEN).newestAddress()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "512, 1", "1024, 2"})
    void countsFingerprints(int bytes, int fingerprints) {
        CardExtras extras = readWith("fingerprints", "read with fingerprint, citizen, fingerprint length " + bytes);
        assertThat(extras.fingerprints()).isEqualTo(fingerprints);
        assertThat(farEnd.asked()).doesNotContain("3001");
    }

    @Test
    void readsWithoutFingerprintsFromAReaderThatDoesNotKnowThem() {
        farEnd.answerAlways("3010", refusal(0x21));
        assertThat(readWith("fingerprints", CITIZEN).fingerprints()).isZero();
        assertThat(events.get(0)).isInstanceOf(CardRead.class);
    }

    @Test
    void hasNoPhotoWithoutADecoder() {
        assertThat(readWith("photo", CITIZEN).portrait()).isEmpty();
    }
}
