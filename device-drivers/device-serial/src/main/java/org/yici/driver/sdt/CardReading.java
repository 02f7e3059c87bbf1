package org.yici.driver.sdt;

import java.util.Optional;
import org.yici.base.Personal;
import org.yici.device.CardExtras;
import org.yici.device.IdentityCard;
import org.yici.device.PhotoDecoder;
import org.yici.device.ReaderEvent.Reason;
import org.yici.driver.sdt.SdtReply.Answered;
import org.yici.driver.serial.SerialLinkException;

/** Reads the one card that was found: select, read, and what else the configuration asks for. On the device's thread only. */
final class CardReading {
    private final SdtLine line;
    private final SdtConfig config;
    private final PhotoDecoder photos;
    private boolean fingerprints;

    /** What came of it. */
    sealed interface Result {
        record Read(Personal<IdentityCard> card, Personal<CardExtras> extras) implements Result {}

        /** The reader gave all of the card, and it is not good. */
        record Refused(Reason reason, String nativeCode) implements Result {}

        /** The card did not let itself be read; it may do so at the next try. {@code reply} is what came instead. */
        record Failed(Reason reason, String nativeCode, SdtReply reply) implements Result {}
    }

    CardReading(SdtLine line, SdtConfig config, PhotoDecoder photos) {
        this.line = line;
        this.config = config;
        this.photos = photos;
        this.fingerprints = config.fingerprints();
    }

    Result read() throws SerialLinkException {
        SdtReply selected = line.ask(SdtCommand.SELECT);
        if (!succeeded(SdtCommand.SELECT, selected)) {
            return failed("select", selected);
        }
        SdtReply reply = line.ask(command());
        if (fingerprints
                && reply instanceof Answered answered
                && answered.answer().says(SdtStatus.HOST_COMMAND)) {
            // A reader from before there were fingerprints on cards.
            fingerprints = false;
            reply = line.ask(command());
        }
        return reply instanceof Answered answered && command().succeededBy(answered.answer())
                ? understood(answered.answer().data())
                : failed("read", reply);
    }

    private SdtCommand command() {
        return fingerprints ? SdtCommand.READ_FINGERPRINTS : SdtCommand.READ_BASE;
    }

    private static boolean succeeded(SdtCommand command, SdtReply reply) {
        return reply instanceof Answered answered && command.succeededBy(answered.answer());
    }

    private static Result failed(String during, SdtReply reply) {
        Reason reason = reply instanceof Answered answered
                ? SdtStatus.of(answered.answer().status())
                        .map(CardReading::reason)
                        .orElse(Reason.UNREADABLE)
                : Reason.UNREADABLE;
        return new Result.Failed(reason, during + " " + reply.words(), reply);
    }

    private static Reason reason(SdtStatus status) {
        return switch (status) {
            case CARD_REFUSED_READER, READER_REFUSED_CARD, VERIFICATION_FAILED -> Reason.NOT_TRUSTED;
            case WRONG_CARD -> Reason.UNSUPPORTED;
            default -> Reason.UNREADABLE;
        };
    }

    private Result understood(byte[] bytes) throws SerialLinkException {
        Optional<CardData> data = CardData.of(bytes, fingerprints);
        if (data.isEmpty()) {
            return new Result.Refused(Reason.UNREADABLE, "lengths");
        }
        try {
            return judged(data.get());
        } finally {
            data.get().wipe();
        }
    }

    private Result judged(CardData data) throws SerialLinkException {
        CardText text = data.text();
        if (text instanceof CardText.NotTrusted untrue) {
            return new Result.Refused(Reason.NOT_TRUSTED, untrue.field());
        }
        if (text instanceof CardText.Unsupported other) {
            return new Result.Refused(Reason.UNSUPPORTED, "layout " + other.layout());
        }
        CardExtras extras = new CardExtras(
                config.newestAddress() ? newestAddress() : Optional.empty(),
                config.photo() ? data.portrait(photos) : Optional.empty(),
                data.fingerprints());
        return new Result.Read(Personal.of(((CardText.Read) text).card()), Personal.of(extras));
    }

    /** Most cards have none (91), and a card that is pulled away now was read all the same. */
    private Optional<String> newestAddress() throws SerialLinkException {
        SdtReply reply = line.ask(SdtCommand.NEWEST_ADDRESS);
        return reply instanceof Answered answered && SdtCommand.NEWEST_ADDRESS.succeededBy(answered.answer())
                ? CardFields.newestAddress(answered.answer().data())
                : Optional.empty();
    }
}
