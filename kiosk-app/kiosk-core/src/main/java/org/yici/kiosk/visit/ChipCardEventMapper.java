package org.yici.kiosk.visit;

import java.time.Instant;
import java.util.Optional;
import org.yici.base.ErrorCode;
import org.yici.device.ChipEvent;
import org.yici.device.ReaderEvent;
import org.yici.device.SocialSecurityCard;

/** What came to the chip-card reader. */
final class ChipCardEventMapper {
    private ChipCardEventMapper() {}

    static CardEvent of(ChipEvent event, Instant now) {
        if (event instanceof ChipEvent.CardRemoved) {
            return new CardEvent.Removed();
        }
        if (event.sinceFound().compareTo(CardEvent.FORGOTTEN) <= 0) {
            return new CardEvent.ForgottenCard(ErrorCode.CHIP_CARD_LEFT);
        }
        if (event instanceof ChipEvent.CardRead read) {
            return of(read.card().reveal(), now);
        }
        return event instanceof ChipEvent.CardRefused refused
                ? new CardEvent.Refused(code(refused.reason()), refused.reason() != ReaderEvent.Reason.UNREADABLE)
                : new CardEvent.Refused(ErrorCode.CARD_UNSUPPORTED, false);
    }

    private static CardEvent of(SocialSecurityCard card, Instant now) {
        if (!card.validOn(CardEvent.inChina(now))) {
            return CardEvent.notValid(card.issued(), now);
        }
        Optional<SocialSecurityCard.Holder> holder = card.holder();
        return holder.isPresent()
                ? new CardEvent.Identified(Visitor.of(holder.get(), now))
                : new CardEvent.Refused(ErrorCode.CHIP_CARD_NAMELESS, true);
    }

    private static ErrorCode code(ReaderEvent.Reason reason) {
        return switch (reason) {
            case UNREADABLE -> ErrorCode.CHIP_CARD_UNREADABLE;
            case NOT_TRUSTED -> ErrorCode.CARD_NOT_TRUSTED;
            case UNSUPPORTED -> ErrorCode.CARD_UNSUPPORTED;
        };
    }
}
