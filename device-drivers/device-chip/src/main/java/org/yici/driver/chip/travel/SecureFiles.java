package org.yici.driver.chip.travel;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.protocol.SecureMessagingWrapper;
import org.yici.device.ReaderEvent.Reason;
import org.yici.driver.chip.CardRefusal;

/**
 * Reads files under secure messaging (ICAO 9303-10, 3.6; 9303-11, 9.8). The library's own reading of files is not used: it asks for ever
 * when a file says that it is longer than it is and the card answers an empty success.
 */
final class SecureFiles {
    /** What READ BINARY can reach with its offset of 15 bits. */
    private static final int LONGEST = 0x7FFF;

    /**
     * How much is asked for at a time, and how much by and by of a chip that refuses that. With secure messaging around it an answer to the
     * first stays below 256 bytes; a chip that gives at most 160 bytes a command gives 128 of the file.
     */
    private static final int[] PIECES = {223, 160, 128, 96, 64, 32};

    private static final int SUCCESS = 0x9000;
    private static final int END_REACHED = 0x6282;
    private static final int NOT_FOUND = 0x6A82;

    private final LinkService link;
    private final SecureMessagingWrapper messaging;
    private int piece;
    private boolean ended;

    /** @param piece which of the sizes to begin with: 0, or {@link #smaller()} of a conversation that ended */
    SecureFiles(LinkService link, SecureMessagingWrapper messaging, int piece) {
        this.link = link;
        this.messaging = messaging;
        this.piece = piece;
    }

    /** Whether the chip ended secure messaging when a large piece was asked for: one may open it once more and ask for smaller ones. */
    boolean endedByPiece() {
        return ended && piece + 1 < PIECES.length;
    }

    /** Whether nothing more can be said to the chip. */
    boolean isLinkLost() {
        return link.refusal().isPresent();
    }

    int smaller() {
        return piece + 1;
    }

    /** The whole file; empty if there is none of that id. */
    Optional<byte[]> read(String name, int id) throws CardRefusal {
        byte[] idBytes = {(byte) (id >> 8), (byte) id};
        ResponseAPDU selected = send(name, new CommandAPDU(0x00, 0xA4, 0x02, 0x0C, idBytes));
        if (selected.getSW() == NOT_FOUND) {
            return Optional.empty();
        }
        require(name, selected, selected.getSW() == SUCCESS);
        byte[] begin = data(name, 0, 8, readBinary(name, 0, 8));
        Tlv.Header header = Tlv.header(begin, 0).orElseThrow(() -> new CardRefusal(Reason.UNREADABLE, name));
        if (header.length() > LONGEST) {
            throw new CardRefusal(Reason.UNREADABLE, name + " too long");
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(begin, 0, Math.min(begin.length, header.length()));
        while (file.size() < header.length()) {
            file.writeBytes(piece(name, file.size(), header.length() - file.size()));
        }
        return Optional.of(file.toByteArray());
    }

    /** At most {@code left}, in smaller pieces from now on if the chip refuses a large one. */
    private byte[] piece(String name, int offset, int left) throws CardRefusal {
        while (true) {
            int length = Math.min(PIECES[piece], left);
            ResponseAPDU answer = readBinary(name, offset, length);
            if (isGiven(answer) || piece + 1 == PIECES.length || PIECES[PIECES.length - 1] >= left) {
                return data(name, offset, length, answer);
            }
            piece++;
        }
    }

    private static boolean isGiven(ResponseAPDU answer) {
        return answer.getSW() == SUCCESS || answer.getSW() == END_REACHED && answer.getData().length > 0;
    }

    private ResponseAPDU readBinary(String name, int offset, int length) throws CardRefusal {
        return send(name, new CommandAPDU(0x00, 0xB0, offset >> 8, offset & 0xFF, length));
    }

    /** At least a byte and at most {@code length}: each command comes nearer to the end. */
    private static byte[] data(String name, int offset, int length, ResponseAPDU answer) throws CardRefusal {
        byte[] data = answer.getData();
        require(name, answer, answer.getSW() == SUCCESS || answer.getSW() == END_REACHED);
        if (data.length == 0 || data.length > length) {
            throw new CardRefusal(Reason.UNREADABLE, name + " ends at " + offset);
        }
        return data;
    }

    private ResponseAPDU send(String name, CommandAPDU command) throws CardRefusal {
        try {
            return messaging.unwrap(link.transmit(messaging.wrap(command)));
        } catch (CardServiceException e) {
            throw link.refusal().orElseGet(() -> new CardRefusal(Reason.UNREADABLE, name));
        } catch (RuntimeException e) {
            // Not sealed, or not with the session's key.
            ended = (command.getINS() & 0xFF) == 0xB0 && command.getNe() > PIECES[PIECES.length - 1];
            throw new CardRefusal(Reason.UNREADABLE, name + " secure messaging");
        }
    }

    private static void require(String name, ResponseAPDU answer, boolean holds) throws CardRefusal {
        if (!holds) {
            throw new CardRefusal(
                    Reason.UNREADABLE, name + String.format(Locale.ROOT, " %04X", answer.getSW() & 0xFFFF));
        }
    }
}
