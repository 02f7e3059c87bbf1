package org.yici.journey.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.yici.base.ErrorCode;
import org.yici.device.ReaderEvent;
import org.yici.device.ReaderEvent.CardRead;
import org.yici.device.ReaderEvent.CardRefused;

/** Whether what a reader found may greet somebody. */
final class CardRule {
    /** What is found this early after a reader was opened was lying there: a forgotten card. */
    static final Duration FORGOTTEN = Duration.ofSeconds(3);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private CardRule() {}

    /** A card greets only by appearing. */
    static boolean isForgotten(ReaderEvent event) {
        return event.sinceOpened().compareTo(FORGOTTEN) <= 0;
    }

    /** Why it may not; empty if it may. */
    static Optional<ErrorCode> refusal(ReaderEvent event, Instant now) {
        if (event instanceof CardRefused refused) {
            return Optional.of(code(refused.reason()));
        }
        boolean valid = ((CardRead) event).card().reveal().validOn(LocalDate.ofInstant(now, CHINA));
        return valid ? Optional.empty() : Optional.of(ErrorCode.CARD_EXPIRED);
    }

    private static ErrorCode code(ReaderEvent.Reason reason) {
        return switch (reason) {
            case UNREADABLE -> ErrorCode.CARD_UNREADABLE;
            case NOT_TRUSTED -> ErrorCode.CARD_NOT_TRUSTED;
            case UNSUPPORTED -> ErrorCode.CARD_UNSUPPORTED;
        };
    }

    /** Whether something of a citizen may be in memory by now. */
    static boolean tellsOfSomebody(ReaderEvent event) {
        return !(event instanceof CardRefused refused) || refused.reason() != ReaderEvent.Reason.UNREADABLE;
    }
}
