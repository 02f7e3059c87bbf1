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

    /** With secure messaging around it the answer stays below 256 bytes. */
    private static final int PIECE = 223;

    private static final int SUCCESS = 0x9000;
    private static final int END_REACHED = 0x6282;
    private static final int NOT_FOUND = 0x6A82;

    private final LinkService link;
    private final SecureMessagingWrapper messaging;

    SecureFiles(LinkService link, SecureMessagingWrapper messaging) {
        this.link = link;
        this.messaging = messaging;
    }

    /** The whole file; empty if there is none of that id. */
    Optional<byte[]> read(String name, int id) throws CardRefusal {
        byte[] idBytes = {(byte) (id >> 8), (byte) id};
        ResponseAPDU selected = send(name, new CommandAPDU(0x00, 0xA4, 0x02, 0x0C, idBytes));
        if (selected.getSW() == NOT_FOUND) {
            return Optional.empty();
        }
        require(name, selected, selected.getSW() == SUCCESS);
        byte[] begin = piece(name, 0, 8);
        Tlv.Header header = Tlv.header(begin, 0).orElseThrow(() -> new CardRefusal(Reason.UNREADABLE, name));
        if (header.length() > LONGEST) {
            throw new CardRefusal(Reason.UNREADABLE, name + " too long");
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(begin, 0, Math.min(begin.length, header.length()));
        while (file.size() < header.length()) {
            file.writeBytes(piece(name, file.size(), Math.min(PIECE, header.length() - file.size())));
        }
        return Optional.of(file.toByteArray());
    }

    /** At least a byte and at most {@code length}: each command comes nearer to the end. */
    private byte[] piece(String name, int offset, int length) throws CardRefusal {
        ResponseAPDU answer = send(name, new CommandAPDU(0x00, 0xB0, offset >> 8, offset & 0xFF, length));
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
