package org.yici.driver.sdt;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.yici.base.Personal;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.DeviceState;
import org.yici.device.ReaderEvent;
import org.yici.device.ReaderEvent.Reason;
import org.yici.driver.sdt.SdtReply.Answered;
import org.yici.driver.sdt.SdtReply.Silence;
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
    private final Time time;
    private final Consumer<ReaderEvent> events;
    private String safeModule = "";
    private long openedAt;
    private int emptyPolls;
    private int pollsSinceHealth;
    private boolean refusalTold;

    SdtConversation(SdtLine line, Time time, Consumer<ReaderEvent> events) {
        this.line = line;
        this.time = time;
        this.events = events;
        this.openedAt = time.nanos();
    }

    /** Waits until the reader answers our own question and returns the number of its security module. */
    String begin() throws SerialLinkException, ReaderFault {
        awaitAnswer();
        openedAt = time.nanos();
        for (int i = 0; i < TRIES; i++) {
            if (line.ask(SdtCommand.SAM_ID) instanceof Answered reply
                    && SdtCommand.SAM_ID.succeededBy(reply.answer())) {
                safeModule = SafeModuleId.of(reply.answer().data());
                return safeModule;
            }
        }
        throw noAnswer("12 FF");
    }

    /** Everything that comes before the answer to this question belongs to somebody else and is dropped. */
    private void awaitAnswer() throws SerialLinkException, ReaderFault {
        for (int i = 0; i < TRIES; i++) {
            if (line.ask(SdtCommand.SAM_STATUS) instanceof Answered reply) {
                requireHealthy(reply.answer());
                return;
            }
        }
        throw noAnswer("11 FF");
    }

    private static ReaderFault noAnswer(String asked) {
        return new ReaderFault(DeviceState.NO_DEVICE, "no-answer", WhoActs.MAINTENANCE, asked);
    }

    private static void requireHealthy(SdtAnswer answer) throws ReaderFault {
        switch (answer.status()) {
            case SdtStatus.SELF_TEST_FAILED ->
                throw new ReaderFault(
                        DeviceState.HARDWARE_ERROR, "safe-module-failed", WhoActs.MAINTENANCE, answer.code());
            case SdtStatus.NOT_AUTHORISED ->
                throw new ReaderFault(
                        DeviceState.HARDWARE_ERROR, "safe-module-not-authorised", WhoActs.MAINTENANCE, answer.code());
            default -> {}
        }
    }

    /** Looks for a card once and reads it if one was laid. */
    void poll() throws SerialLinkException, ReaderFault {
        SdtReply reply = line.ask(SdtCommand.FIND);
        if (!(reply instanceof Answered answered)) {
            resynchronise(reply);
        } else if (SdtCommand.FIND.succeededBy(answered.answer())) {
            emptyPolls = 0;
            select();
        } else {
            requireHealthy(answered.answer());
            noteEmpty(answered.answer());
            if (++pollsSinceHealth >= POLLS_BETWEEN_HEALTH) {
                pollsSinceHealth = 0;
                askHealth();
            }
        }
    }

    private void askHealth() throws SerialLinkException, ReaderFault {
        if (line.ask(SdtCommand.SAM_STATUS) instanceof Answered reply) {
            requireHealthy(reply.answer());
        }
    }

    private void noteEmpty(SdtAnswer answer) {
        if (answer.status() == SdtStatus.FIND_FAILED && ++emptyPolls >= EMPTY_POLLS_BEFORE_THE_NEXT_CARD) {
            refusalTold = false;
        }
    }

    private void select() throws SerialLinkException, ReaderFault {
        SdtReply reply = line.ask(SdtCommand.SELECT);
        if (reply instanceof Answered answered && SdtCommand.SELECT.succeededBy(answered.answer())) {
            read();
        } else {
            unreadable("select", reply);
        }
    }

    private void read() throws SerialLinkException, ReaderFault {
        SdtReply reply = line.ask(SdtCommand.READ_BASE);
        if (reply instanceof Answered answered && SdtCommand.READ_BASE.succeededBy(answered.answer())) {
            tell(answered.answer().data());
        } else {
            unreadable("read", reply);
        }
    }

    /** Lengths of text and photo (big-endian), then both. The photo is not looked at. */
    private void tell(byte[] data) {
        refusalTold = false;
        if (data[0] != 1 || data[1] != 0) {
            events.accept(new ReaderEvent.CardRefused(Reason.UNREADABLE, "text length", sinceOpened()));
            return;
        }
        CardText text = CitizenLayout.parse(Arrays.copyOfRange(data, 4, 4 + CitizenLayout.LENGTH));
        Arrays.fill(data, (byte) 0);
        if (text instanceof CardText.Citizen citizen) {
            events.accept(new ReaderEvent.CardRead(Personal.of(citizen.card()), safeModule, sinceOpened()));
        } else if (text instanceof CardText.NotTrusted untrue) {
            events.accept(new ReaderEvent.CardRefused(Reason.NOT_TRUSTED, untrue.field(), sinceOpened()));
        } else if (text instanceof CardText.Unsupported other) {
            events.accept(new ReaderEvent.CardRefused(Reason.UNSUPPORTED, "layout " + other.layout(), sinceOpened()));
        }
    }

    private void unreadable(String during, SdtReply reply) throws SerialLinkException, ReaderFault {
        if (!refusalTold) {
            refusalTold = true;
            events.accept(new ReaderEvent.CardRefused(Reason.UNREADABLE, during + " " + seen(reply), sinceOpened()));
        }
        if (!(reply instanceof Answered)) {
            resynchronise(reply);
        }
    }

    private static String seen(SdtReply reply) {
        if (reply instanceof Answered answered) {
            return answered.answer().code();
        }
        return reply instanceof Silence ? "silence" : "garbled";
    }

    /**
     * After noise or silence an old answer may still be under way. A reader that was silent may have been reset, and what it finds next
     * may have lain there before: it counts as opened again.
     */
    private void resynchronise(SdtReply reply) throws SerialLinkException, ReaderFault {
        awaitAnswer();
        if (reply instanceof Silence) {
            openedAt = time.nanos();
        }
    }

    private Duration sinceOpened() {
        return time.since(openedAt);
    }
}
