package org.yici.journey.session;

import java.time.Instant;
import java.util.Optional;
import org.yici.base.ErrorCode;
import org.yici.device.ChipEvent;
import org.yici.device.ReaderEvent;
import org.yici.device.SocialSecurityCard;
import org.yici.journey.visit.Visitor;

/** What came to the chip-card reader. */
final class ChipArrival {
    private ChipArrival() {}

    static Arrival of(ChipEvent event, Instant now) {
        if (event instanceof ChipEvent.CardRemoved) {
            return new Arrival.TakenOut();
        }
        if (event.sinceFound().compareTo(Arrival.FORGOTTEN) <= 0) {
            return new Arrival.Left(ErrorCode.CHIP_CARD_LEFT);
        }
        if (event instanceof ChipEvent.CardRead read) {
            return of(read.card().reveal(), now);
        }
        return event instanceof ChipEvent.CardRefused refused
                ? new Arrival.Refused(code(refused.reason()), refused.reason() != ReaderEvent.Reason.UNREADABLE)
                : new Arrival.Refused(ErrorCode.CARD_UNSUPPORTED, false);
    }

    private static Arrival of(SocialSecurityCard card, Instant now) {
        if (!card.validOn(Arrival.inChina(now))) {
            return Arrival.notValid(card.issued(), now);
        }
        Optional<SocialSecurityCard.Holder> holder = card.holder();
        return holder.isPresent()
                ? new Arrival.Greeted(Visitor.of(holder.get(), now))
                : new Arrival.Refused(ErrorCode.CHIP_CARD_NAMELESS, true);
    }

    private static ErrorCode code(ReaderEvent.Reason reason) {
        return switch (reason) {
            case UNREADABLE -> ErrorCode.CHIP_CARD_UNREADABLE;
            case NOT_TRUSTED -> ErrorCode.CARD_NOT_TRUSTED;
            case UNSUPPORTED -> ErrorCode.CARD_UNSUPPORTED;
        };
    }
}
