package org.yici.driver.sdt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.DeviceState;
import org.yici.device.ReaderEvent;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTestResult.Step;
import org.yici.driver.sdt.SdtReply.Answered;
import org.yici.driver.sdt.SdtReply.Silence;
import org.yici.driver.serial.SerialDeviceFault;
import org.yici.driver.serial.SerialLinkException;

/** One conversation with a reader, from its first answer on. On the device's thread only. */
final class SdtConversation {
    /** The first question may meet a reader that still speaks to the session before. */
    private static final int TRIES = 3;
    /** Two in a row, because a reader may miss a card once that failed before and still lies there. */
    private static final int EMPTY_POLLS_BEFORE_THE_NEXT_CARD = 2;
    /** A module that failed answers every find like an empty plate: now and then it is asked how it is. */
    private static final int POLLS_BETWEEN_HEALTH = 20;

    private final SdtLine line;
    private final CardReading reading;
    private final Time time;
    private final Consumer<ReaderEvent> events;
    private String safeModule = "";
    private long openedAt;
    private int emptyPolls;
    private int pollsSinceHealth;
    private boolean refusalTold;

    SdtConversation(SdtLine line, CardReading reading, Time time, Consumer<ReaderEvent> events) {
        this.line = line;
        this.reading = reading;
        this.time = time;
        this.events = events;
        this.openedAt = time.nanos();
    }

    /** Waits until the reader answers our own question and returns the number of its security module. */
    String begin() throws SerialLinkException, SerialDeviceFault {
        SdtAnswer health = awaitAnswer();
        if (isFault(health)) {
            line.ask(SdtCommand.RESET);
            health = awaitAnswer();
        }
        requireHealthy(health);
        openedAt = time.nanos();
        for (int i = 0; i < TRIES; i++) {
            if (line.ask(SdtCommand.SAM_ID) instanceof Answered reply
                    && SdtCommand.SAM_ID.succeededBy(reply.answer())) {
                safeModule = SafeModuleId.of(reply.answer().data());
                return safeModule;
            }
        }
        throw noAnswer(SdtCommand.SAM_ID);
    }

    /** Everything that comes before the answer to this question belongs to somebody else and is dropped. */
    private SdtAnswer awaitAnswer() throws SerialLinkException, SerialDeviceFault {
        for (int i = 0; i < TRIES; i++) {
            if (line.ask(SdtCommand.SAM_STATUS) instanceof Answered reply) {
                return reply.answer();
            }
        }
        throw noAnswer(SdtCommand.SAM_STATUS);
    }

    private static SerialDeviceFault noAnswer(SdtCommand asked) {
        return new SerialDeviceFault(DeviceState.NO_DEVICE, "no-answer", WhoActs.MAINTENANCE, asked.words());
    }

    private static boolean isFault(SdtAnswer answer) {
        return answer.says(SdtStatus.SELF_TEST_FAILED) || answer.says(SdtStatus.NOT_AUTHORISED);
    }

    private static void requireHealthy(SdtAnswer answer) throws SerialDeviceFault {
        if (isFault(answer)) {
            String name = answer.says(SdtStatus.NOT_AUTHORISED) ? "safe-module-not-authorised" : "safe-module-failed";
            throw new SerialDeviceFault(DeviceState.HARDWARE_ERROR, name, WhoActs.MAINTENANCE, answer.words());
        }
    }

    /** Asks the security module how it is and who it is, and the field whether there is a card; reads none. */
    SelfTestResult selfTest() throws SerialLinkException {
        List<Step> steps = new ArrayList<>();
        steps.add(step("security module", SdtCommand.SAM_STATUS));
        if (steps.get(0).passed()) {
            steps.add(step("security module's number", SdtCommand.SAM_ID));
            steps.add(step("looking for a card", SdtCommand.FIND));
        }
        return new SelfTestResult(steps);
    }

    private Step step(String name, SdtCommand command) throws SerialLinkException {
        SdtReply reply = line.ask(command);
        if (!(reply instanceof Answered answered)) {
            return new Step(name, false, reply.words());
        }
        SdtAnswer answer = answered.answer();
        boolean passed =
                command.succeededBy(answer) || command == SdtCommand.FIND && answer.says(SdtStatus.FIND_FAILED);
        return new Step(
                name, passed, passed && command == SdtCommand.SAM_ID ? SafeModuleId.of(answer.data()) : answer.words());
    }

    /** Looks for a card once and reads it if one was laid. */
    void poll() throws SerialLinkException, SerialDeviceFault {
        SdtReply reply = line.ask(SdtCommand.FIND);
        if (!(reply instanceof Answered answered)) {
            resynchronise(reply);
        } else if (SdtCommand.FIND.succeededBy(answered.answer())) {
            emptyPolls = 0;
            read();
        } else {
            requireHealthy(answered.answer());
            noteEmpty(answered.answer());
            if (++pollsSinceHealth >= POLLS_BETWEEN_HEALTH) {
                pollsSinceHealth = 0;
                askHealth();
            }
        }
    }

    private void askHealth() throws SerialLinkException, SerialDeviceFault {
        if (line.ask(SdtCommand.SAM_STATUS) instanceof Answered reply) {
            requireHealthy(reply.answer());
        }
    }

    private void noteEmpty(SdtAnswer answer) {
        if (answer.says(SdtStatus.FIND_FAILED) && ++emptyPolls >= EMPTY_POLLS_BEFORE_THE_NEXT_CARD) {
            refusalTold = false;
        }
    }

    private void read() throws SerialLinkException, SerialDeviceFault {
        CardReading.Result result = reading.read();
        if (result instanceof CardReading.Result.Read read) {
            refusalTold = false;
            events.accept(new ReaderEvent.CardRead(read.card(), read.extras(), safeModule, sinceOpened()));
        } else if (result instanceof CardReading.Result.Refused refused) {
            refusalTold = false;
            events.accept(new ReaderEvent.CardRefused(refused.reason(), refused.nativeCode(), sinceOpened()));
        } else if (result instanceof CardReading.Result.Failed failed) {
            failed(failed);
        }
    }

    /** Told once for each card: it is tried again as long as it lies there. */
    private void failed(CardReading.Result.Failed failed) throws SerialLinkException, SerialDeviceFault {
        if (!refusalTold) {
            refusalTold = true;
            events.accept(new ReaderEvent.CardRefused(failed.reason(), failed.nativeCode(), sinceOpened()));
        }
        if (!(failed.reply() instanceof Answered)) {
            resynchronise(failed.reply());
        }
    }

    /**
     * After noise or silence an old answer may still be under way. A reader that was silent may have been reset, and what it finds next
     * may have lain there before: it counts as opened again.
     */
    private void resynchronise(SdtReply reply) throws SerialLinkException, SerialDeviceFault {
        requireHealthy(awaitAnswer());
        if (reply instanceof Silence) {
            openedAt = time.nanos();
        }
    }

    private Duration sinceOpened() {
        return time.since(openedAt);
    }
}
