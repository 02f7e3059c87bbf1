package org.yici.kiosk.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.yici.base.ErrorCode;
import org.yici.device.IdentityCard;
import org.yici.device.ReaderEvent;

/** What came to a reader, whichever it was, and whether it may greet somebody. */
sealed interface CardEvent {
    /** What is found this early after a reader was opened was there before: a forgotten card. A card greets only by appearing. */
    Duration FORGOTTEN = Duration.ofSeconds(3);

    /** A card that was there before anybody came. */
    record ForgottenCard(ErrorCode code) implements CardEvent {}

    /**
     * A card that may not greet.
     *
     * @param tellsOfSomebody whether something of a citizen may be in memory by now
     */
    record Refused(ErrorCode code, boolean tellsOfSomebody) implements CardEvent {}

    /** Somebody. */
    record Identified(Visitor visitor) implements CardEvent {}

    /** What was in the reader is out of it. */
    record Removed() implements CardEvent {}

    /** What the identity reader found. */
    static CardEvent of(ReaderEvent event, Instant now) {
        if (event.sinceOpened().compareTo(FORGOTTEN) <= 0) {
            return new ForgottenCard(ErrorCode.CARD_LEFT);
        }
        if (event instanceof ReaderEvent.CardRead read) {
            IdentityCard card = read.card().reveal();
            return card.validOn(inChina(now))
                    ? new Identified(Visitor.of(card, read.safeModule(), now))
                    : notValid(card.validFrom(), now);
        }
        ReaderEvent.Reason reason = ((ReaderEvent.CardRefused) event).reason();
        return new Refused(code(reason), reason != ReaderEvent.Reason.UNREADABLE);
    }

    private static ErrorCode code(ReaderEvent.Reason reason) {
        return switch (reason) {
            case UNREADABLE -> ErrorCode.CARD_UNREADABLE;
            case NOT_TRUSTED -> ErrorCode.CARD_NOT_TRUSTED;
            case UNSUPPORTED -> ErrorCode.CARD_UNSUPPORTED;
        };
    }

    /** A card that is not valid today: before its first day, or after its last. */
    static Refused notValid(LocalDate firstDay, Instant now) {
        boolean early = inChina(now).isBefore(firstDay);
        return new Refused(early ? ErrorCode.CARD_NOT_YET_VALID : ErrorCode.CARD_EXPIRED, true);
    }

    /** Cards begin and end with a day of China. */
    static LocalDate inChina(Instant now) {
        return LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
    }
}
