package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceState;
import org.yici.device.ReaderEvent.CardRead;
import org.yici.device.ReaderEvent.Reason;

/** Cards, readers and lines that behave badly. */
class SdtReaderLineTest extends SdtReaderFixture {
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
