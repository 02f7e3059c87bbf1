package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.CardExtras;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.DriverProvider;
import org.yici.device.IdentityReader;
import org.yici.device.MediaStatus;
import org.yici.device.ReaderEvent;
import org.yici.device.ReaderEvent.CardRead;
import org.yici.device.ReaderEvent.CardRefused;
import org.yici.device.ReaderEvent.Reason;
import org.yici.device.fake.FakeIdentityReader;

/** The driver through jSerialComm over a real pseudo-terminal. */
class SdtReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CITIZEN = "read base, citizen";

    @TempDir
    Path folder;

    private final List<ReaderEvent> events = new CopyOnWriteArrayList<>();
    private FarEnd farEnd = new FarEnd(Path.of(""));
    private IdentityReader reader = new FakeIdentityReader(Runnable::run);

    @BeforeEach
    void plugIn() {
        farEnd = new FarEnd(folder.resolve("reader"));
        farEnd.plugIn();
    }

    @AfterEach
    void unplug() {
        reader.close();
        farEnd.close();
    }

    private void start() {
        start("poll-ms", "50");
    }

    private void start(String setting, String value) {
        Map<String, String> settings =
                new HashMap<>(Map.of("port", folder.resolve("reader").toString(), "poll-ms", "50"));
        settings.put(setting, value);
        DeviceConfig config =
                new DeviceConfig(new DeviceId("id-card-reader"), DeviceKind.IDENTITY_READER, "sdt", settings);
        reader = (IdentityReader) DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, Time.system());
        reader.onEvent(events::add);
    }

    private void startOnline() {
        start();
        awaitState(DeviceState.ONLINE);
    }

    private void awaitState(DeviceState state) {
        await().atMost(PATIENCE).until(() -> reader.status().state() == state);
    }

    private void awaitEvents(int count) {
        await().atMost(PATIENCE).until(() -> events.size() >= count);
    }

    private void awaitPolls(int more) {
        int before = farEnd.asked().size();
        await().atMost(PATIENCE).until(() -> farEnd.asked().size() >= before + more);
    }

    private void assertRefused(ReaderEvent event, Reason reason, String nativeCode) {
        assertThat(event).isInstanceOfSatisfying(CardRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.nativeCode()).isEqualTo(nativeCode);
        });
    }

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

    private static byte[] refusal(int status) {
        byte[] frame = Golden.answer("read: failed").clone();
        frame[9] = (byte) status;
        frame[10] = (byte) (4 ^ status);
        return frame;
    }

    // ---- what is read only where it is asked for

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

    // ---- cards and lines that behave badly

    @Test
    void tellsAnUnreadableCardOnceAndReadsItAfterAll() {
        startOnline();
        farEnd.answerAlways("2002", Golden.answer("select: failed"));
        farEnd.lay(CITIZEN);
        awaitEvents(1);
        awaitPolls(10);
        assertThat(events).hasSize(1);
        assertRefused(events.get(0), Reason.UNREADABLE, "select 81 select-failed");
        farEnd.answerRightly();
        awaitEvents(2);
        assertThat(events.get(1)).isInstanceOf(CardRead.class);
    }

    @Test
    void tellsTheNextUnreadableCardAgain() {
        startOnline();
        farEnd.answerAlways("3001", Golden.answer("read: failed"));
        farEnd.lay(CITIZEN);
        awaitEvents(1);
        assertRefused(events.get(0), Reason.UNREADABLE, "read 41 read-failed");
        farEnd.take();
        awaitPolls(5);
        farEnd.lay(CITIZEN);
        awaitEvents(2);
        assertRefused(events.get(1), Reason.UNREADABLE, "read 41 read-failed");
    }

    @Test
    void readsBehindNoiseAndAnswersOfOthers() {
        byte[] noise = new byte[40];
        new Random(7).nextBytes(noise);
        farEnd.noiseBeforeAnswers(noise);
        startOnline();
        farEnd.noiseBeforeAnswers(Golden.answer("newest address 示范省"));
        farEnd.lay(CITIZEN);
        awaitEvents(1);
        assertThat(events.get(0)).isInstanceOf(CardRead.class);
    }

    @Test
    void dropsWhatTheReaderSentToTheSessionBefore() {
        farEnd.say(Golden.answer(CITIZEN));
        farEnd.say(Arrays.copyOf(Golden.answer(CITIZEN), 700));
        startOnline();
        awaitPolls(4);
        assertThat(events).isEmpty();
    }

    @Test
    void resynchronisesAfterAWrongChecksum() {
        startOnline();
        byte[] wrong = Golden.answer(CITIZEN).clone();
        wrong[500] ^= 0x10;
        farEnd.answerOnce("3001", wrong);
        farEnd.lay(CITIZEN);
        awaitEvents(2);
        assertRefused(events.get(0), Reason.UNREADABLE, "read garbled");
        assertThat(events.get(1)).isInstanceOf(CardRead.class);
        assertThat(reader.status().state()).isEqualTo(DeviceState.ONLINE);
    }

    @Test
    void countsAsOpenedAgainAfterASilence() {
        startOnline();
        farEnd.cutOnce("2001", 3);
        farEnd.lay(CITIZEN);
        long laid = System.nanoTime();
        awaitEvents(1);
        // The card waited through the silence; a reader that was silent may have been reset.
        assertThat(events.get(0).sinceOpened()).isLessThan(Duration.ofNanos(System.nanoTime() - laid));
    }

    @Test
    void showsAReaderThatDoesNotAnswer() {
        farEnd.mute(true);
        start();
        awaitState(DeviceState.NO_DEVICE);
        assertThat(reader.status().faults())
                .containsExactly(new DeviceFault("no-answer", WhoActs.MAINTENANCE, "11 FF"));
        farEnd.mute(false);
        awaitState(DeviceState.ONLINE);
        farEnd.mute(true);
        awaitState(DeviceState.HARDWARE_ERROR);
        farEnd.mute(false);
        awaitState(DeviceState.ONLINE);
        assertThat(reader.status().faults()).isEmpty();
    }

    @Test
    void showsASecurityModuleThatFailed() {
        farEnd.answerAlways("11ff", Golden.answer("SAM self-test failed"));
        start();
        awaitState(DeviceState.HARDWARE_ERROR);
        assertThat(reader.status().faults())
                .containsExactly(new DeviceFault("safe-module-failed", WhoActs.MAINTENANCE, "60 self-test-failed"));
        farEnd.answerRightly();
        awaitState(DeviceState.ONLINE);
    }

    /** It answers every find like an empty plate. */
    @Test
    void noticesASecurityModuleThatFailsWhileItLooksForCards() {
        startOnline();
        farEnd.answerAlways("11ff", Golden.answer("SAM self-test failed"));
        awaitState(DeviceState.HARDWARE_ERROR);
        assertThat(reader.status().faults())
                .containsExactly(new DeviceFault("safe-module-failed", WhoActs.MAINTENANCE, "60 self-test-failed"));
        farEnd.answerRightly();
        awaitState(DeviceState.ONLINE);
    }

    @Test
    void bringsAFailedModuleBackByAReset() {
        farEnd.answerOnce("11ff", Golden.answer("SAM self-test failed"));
        startOnline();
        assertThat(farEnd.asked().subList(0, 4)).containsExactly("11ff", "10ff", "11ff", "12ff");
    }

    // ---- the line's rate

    @Test
    void findsAReaderThatSpeaksAnotherRateAndMakesItSpeakOurs() {
        farEnd.speaks(9_600);
        startOnline();
        assertThat(farEnd.speaks()).isEqualTo(115_200);
        assertThat(reader.status().faults()).isEmpty();
        farEnd.lay(CITIZEN);
        awaitEvents(1);
        assertThat(events.get(0)).isInstanceOf(CardRead.class);
    }

    @Test
    void speaksTheReadersRateIfThatCannotBeChanged() {
        farEnd.speaks(19_200);
        farEnd.answerAlways("6000", refusal(0x21));
        startOnline();
        assertThat(reader.status().faults())
                .containsExactly(new DeviceFault("baud-differs", WhoActs.MAINTENANCE, "19200 baud"));
        farEnd.lay(CITIZEN);
        awaitEvents(1);
        assertThat(events.get(0)).isInstanceOf(CardRead.class);
    }

    @Test
    void waitsForBytesThatComeSlowlyButNotForAWholeCard() {
        farEnd.slow(40);
        startOnline();
        farEnd.lay(CITIZEN);
        awaitEvents(1);
        assertRefused(events.get(0), Reason.UNREADABLE, "read too slow");
        farEnd.slow(0);
        // The reader has given it, and does not find it again while it lies there.
        farEnd.take();
        awaitPolls(5);
        farEnd.lay(CITIZEN);
        awaitEvents(2);
        assertThat(events.get(1)).isInstanceOf(CardRead.class);
    }

    @Test
    void namesThePortThatIsGone() {
        startOnline();
        farEnd.unplug();
        awaitState(DeviceState.OFFLINE);
        assertThat(reader.status().faults()).singleElement().satisfies(fault -> assertThat(fault.name())
                .isEqualTo("port-gone"));
    }

    @Test
    void survivesManyUnplugsAtAnyMoment() {
        Random random = new Random(20261101);
        startOnline();
        for (int i = 0; i < 8; i++) {
            farEnd.lay(CITIZEN);
            awaitPolls(random.nextInt(4));
            farEnd.unplug();
            farEnd.plugIn();
        }
        farEnd.lay(CITIZEN);
        int before = events.size();
        awaitEvents(before + 1);
        awaitState(DeviceState.ONLINE);
    }

    @Test
    void leavesNoThreadBehind() {
        startOnline();
        reader.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("device-id-card-reader") && thread.isAlive());
        assertThat(Files.exists(folder.resolve("reader"))).isTrue();
    }
}
