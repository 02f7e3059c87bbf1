package org.yici.bench.sdt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.yici.bench.people.Person;

/**
 * The reader behind the line: which card lies on it, what the host already did with it, and the answer to each command.
 * As real ones do, it answers "none" to a find once it has read the card, until the card is lifted and laid again or the
 * reader is reset or loses power. Any thread.
 */
public final class CardReader {
    /** What the host has done with the card that lies there. */
    private enum Progress {
        LAID,
        FOUND,
        SELECTED,
        READ
    }

    private final Clock clock;
    private final byte[] samId;
    private Optional<Person> card = Optional.empty();
    private Progress progress = Progress.LAID;
    private final Set<ReaderQuirk> quirks = EnumSet.noneOf(ReaderQuirk.class);
    private Optional<Instant> foundAt = Optional.empty();
    private int overlooked;

    public CardReader() {
        this(Clock.systemUTC());
    }

    CardReader(Clock clock) {
        this.clock = clock;
        // 05.03-20260101-000000001-000000002
        samId = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 5)
                .putShort((short) 3)
                .putInt(20260101)
                .putInt(1)
                .putInt(2)
                .array();
    }

    /** Lays a card on the plate. False: another card lies there, only one fits. */
    public synchronized boolean lay(Person person) {
        if (card.isPresent()) {
            return false;
        }
        card = Optional.of(person);
        foundAt = Optional.empty();
        overlooked = 0;
        progress = Progress.LAID;
        return true;
    }

    /** Lifts the card off the plate. False: none lay there. */
    public synchronized boolean take() {
        boolean lay = card.isPresent();
        card = Optional.empty();
        progress = Progress.LAID;
        return lay;
    }

    public synchronized Optional<Person> card() {
        return card;
    }

    /** Whether the host has read the card that lies there. */
    public synchronized boolean hasBeenRead() {
        return card.isPresent() && progress == Progress.READ;
    }

    /** When the host was told first that the card that lies there, or the last one, is there. */
    public synchronized Optional<Instant> foundAt() {
        return foundAt;
    }

    /** How often a find was answered "none" while this card lay there, having been read. */
    public synchronized int overlooked() {
        return overlooked;
    }

    /** From now on so, or no longer. */
    public synchronized void set(ReaderQuirk quirk, boolean on) {
        if (on) {
            quirks.add(quirk);
        } else {
            quirks.remove(quirk);
        }
    }

    public synchronized boolean has(ReaderQuirk quirk) {
        return quirks.contains(quirk);
    }

    /** Power came back: what lies on the plate is found anew. */
    synchronized void powerOn() {
        progress = Progress.LAID;
    }

    synchronized byte[] answer(Scanned scanned) {
        if (scanned instanceof Scanned.BadLength) {
            return Answer.of(Answer.WRONG_LENGTH);
        }
        if (scanned instanceof Scanned.Command command) {
            return answer(command);
        }
        return Answer.of(Answer.WRONG_CHECKSUM);
    }

    private byte[] answer(Scanned.Command command) {
        int code = command.command() << 8 | command.parameter();
        return switch (code) {
            case 0x10FF,
                    0x11FF,
                    0x12FF,
                    0x2001,
                    0x2002,
                    0x3001,
                    0x3003,
                    0x3010,
                    0x6000,
                    0x6001,
                    0x6002,
                    0x6003,
                    0x6004 -> command.extra() == 0 ? carryOut(code) : Answer.of(Answer.WRONG_LENGTH);
            default -> Answer.of(Answer.WRONG_COMMAND);
        };
    }

    private byte[] carryOut(int code) {
        return switch (code) {
            case 0x10FF -> reset();
            case 0x11FF -> Answer.of(module());
            case 0x12FF -> module() == Answer.OK ? Answer.of(Answer.OK, samId) : Answer.of(module());
            case 0x2001 -> find();
            case 0x2002 -> select();
            case 0x3001 -> read(false);
            case 0x3010 -> read(true);
            case 0x3003 -> newestAddress();
            case 0x6000, 0x6001, 0x6002, 0x6003, 0x6004 -> Answer.of(Answer.OK);
            default -> throw new IllegalStateException("no such command: " + Integer.toHexString(code));
        };
    }

    private int module() {
        if (has(ReaderQuirk.SAM_FAILED)) {
            return Answer.SELF_TEST_FAILED;
        }
        return has(ReaderQuirk.SAM_NOT_AUTHORISED) ? Answer.NOT_AUTHORISED : Answer.OK;
    }

    private byte[] reset() {
        progress = Progress.LAID;
        return Answer.of(module());
    }

    private byte[] find() {
        if (module() != Answer.OK || card.isEmpty() || progress == Progress.READ) {
            overlooked += card.isPresent() && module() == Answer.OK ? 1 : 0;
            return Answer.of(Answer.FIND_FAILED);
        }
        progress = Progress.FOUND;
        foundAt = foundAt.or(() -> Optional.of(clock.instant()));
        return Answer.of(Answer.CARD_FOUND, new byte[4]);
    }

    private byte[] select() {
        if (progress != Progress.FOUND || has(ReaderQuirk.TWO_CARDS)) {
            return Answer.of(Answer.SELECT_FAILED);
        }
        progress = Progress.SELECTED;
        return Answer.of(Answer.OK, new byte[8]);
    }

    private byte[] read(boolean fingerprints) {
        if (has(ReaderQuirk.CARD_PULLED)) {
            take();
        }
        if (card.isEmpty() || progress != Progress.SELECTED || has(ReaderQuirk.READ_FAILS)) {
            return Answer.of(Answer.READ_FAILED);
        }
        if (has(ReaderQuirk.CARD_NOT_GENUINE)) {
            return Answer.of(Answer.READER_REFUSED_CARD);
        }
        progress = Progress.READ;
        CardContent content = CardContent.of(card.get());
        return Answer.of(Answer.OK, fingerprints ? content.withFingerprints() : content.base());
    }

    private byte[] newestAddress() {
        if (card.isEmpty() || progress != Progress.SELECTED && progress != Progress.READ) {
            return Answer.of(Answer.READ_FAILED);
        }
        return CardContent.of(card.get())
                .newestAddress()
                .map(address -> Answer.of(Answer.OK, address))
                .orElseGet(() -> Answer.of(Answer.NOT_PRESENT));
    }
}
