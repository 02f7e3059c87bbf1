package org.yici.driver.chip;

import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.yici.base.Time;
import org.yici.device.ReaderEvent.Reason;

/**
 * The card of one conversation, which ends: after its time, after its number of commands, and when nobody wants it any more. Commands that
 * a card counts are never sent.
 */
final class BoundedLink implements CardLink {
    /**
     * The largest file read here is a few kilobytes in pieces of 223 bytes; a card that answers an empty success again and again was seen
     * to keep a library busy for ever.
     */
    static final int MOST_COMMANDS = 400;

    /** VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER (ISO/IEC 7816-4): a wrong one blocks the citizen's card. */
    private static final Set<Integer> COUNTED = Set.of(0x20, 0x21, 0x24, 0x25, 0x2C, 0x2D);

    private final Card card;
    private final Time time;
    private final long began;
    private final Duration deadline;
    private final BooleanSupplier wanted;
    private int commands;
    private boolean broken;

    BoundedLink(Card card, Time time, Duration deadline, BooleanSupplier wanted) {
        this.card = card;
        this.time = time;
        this.began = time.nanos();
        this.deadline = deadline;
        this.wanted = wanted;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardRefusal {
        if (COUNTED.contains(command.getINS())) {
            throw new IllegalArgumentException("a command that the card counts");
        }
        if (!wanted.getAsBoolean()) {
            throw new CardRefusal(Reason.UNREADABLE, "cancelled");
        }
        if (isOverdue()) {
            throw new CardRefusal(Reason.UNREADABLE, "deadline");
        }
        if (++commands > MOST_COMMANDS) {
            throw new CardRefusal(Reason.UNREADABLE, "commands");
        }
        try {
            return card.getBasicChannel().transmit(command);
        } catch (CardException | RuntimeException e) {
            broken = true;
            throw new CardRefusal(Reason.UNREADABLE, PcscTrouble.of(e).nativeCode());
        }
    }

    /** Whether a command did not get through: the card is gone or the reader lost it. */
    boolean isBroken() {
        return broken;
    }

    private boolean isOverdue() {
        return time.since(began).compareTo(deadline) > 0;
    }
}
