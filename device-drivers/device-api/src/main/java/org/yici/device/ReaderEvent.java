package org.yici.device;

import java.time.Duration;
import org.yici.base.Personal;

/** What happens at an identity reader. */
public sealed interface ReaderEvent {
    /**
     * How long the reader had been open, since it was opened, opened again or reset, when this was found. What is found in the first
     * seconds was lying there before: whether it may greet somebody is for the session to decide, not for the driver.
     */
    Duration sinceOpened();

    /**
     * A card was read.
     *
     * @param safeModule the reader's security module, as in {@link DeviceStatus.OfIdentityReader}
     */
    record CardRead(Personal<IdentityCard> card, Personal<CardExtras> extras, String safeModule, Duration sinceOpened)
            implements ReaderEvent {
        /** Without extras. */
        public CardRead(Personal<IdentityCard> card, String safeModule, Duration sinceOpened) {
            this(card, Personal.of(CardExtras.NONE), safeModule, sinceOpened);
        }
    }

    /** A card is there and gave nothing usable. */
    record CardRefused(Reason reason, String nativeCode, Duration sinceOpened) implements ReaderEvent {}

    /** Why a card gave nothing usable. */
    enum Reason {
        /** It was taken away too early or answers badly: lay it again. */
        UNREADABLE,
        /** What it says cannot be true: wrong check character, impossible date. */
        NOT_TRUSTED,
        /** A kind of card that this driver does not read. */
        UNSUPPORTED
    }
}
