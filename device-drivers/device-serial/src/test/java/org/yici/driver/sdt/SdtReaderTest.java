package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.base.Time;
import org.yici.base.WhoActs;
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
        DeviceConfig config = new DeviceConfig(
                new DeviceId("id-card-reader"),
                DeviceKind.IDENTITY_READER,
                "sdt",
                Map.of("port", folder.resolve("reader").toString(), "poll-ms", "50"));
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
    void refusesOtherLayoutsForNow() {
        startOnline();
        farEnd.lay("read base, foreigner-Y");
        awaitEvents(1);
        assertRefused(events.get(0), Reason.UNSUPPORTED, "layout Y");
    }

    @Test
    void tellsAnUnreadableCardOnceAndReadsItAfterAll() {
        startOnline();
        farEnd.answerAlways("2002", Golden.answer("select: failed"));
        farEnd.lay(CITIZEN);
        awaitEvents(1);
        awaitPolls(10);
        assertThat(events).hasSize(1);
        assertRefused(events.get(0), Reason.UNREADABLE, "select 81");
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
        assertRefused(events.get(0), Reason.UNREADABLE, "read 41");
        farEnd.take();
        awaitPolls(5);
        farEnd.lay(CITIZEN);
        awaitEvents(2);
        assertRefused(events.get(1), Reason.UNREADABLE, "read 41");
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
                .containsExactly(new DeviceFault("safe-module-failed", WhoActs.MAINTENANCE, "60"));
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
                .containsExactly(new DeviceFault("safe-module-failed", WhoActs.MAINTENANCE, "60"));
        farEnd.answerRightly();
        awaitState(DeviceState.ONLINE);
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
