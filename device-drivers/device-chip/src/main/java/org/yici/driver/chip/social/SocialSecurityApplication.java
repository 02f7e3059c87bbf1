package org.yici.driver.chip.social;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.yici.device.ReaderEvent.Reason;
import org.yici.device.SocialSecurityCard;
import org.yici.driver.chip.CardLink;
import org.yici.driver.chip.CardRefusal;

/**
 * The social-security application of a card (社会保障卡规范, LB/T 32): its environment SSSE, in it the files EF05 (the card) and EF06 (its
 * holder), each of records. EF06 is read only as far as it lets itself be read; no PIN is ever tried.
 */
public final class SocialSecurityApplication {
    /** SELECT by name: {@code sx1.sh.} and 社会保障 in GBK. */
    private static final byte[] SELECT = HexFormat.of().parseHex("00A404000F7378312E73682EC9E7BBE1B1A3D5CF");

    private static final int CARD = 0xEF05;
    private static final int HOLDER = 0xEF06;
    private static final int SUCCESS = 0x9000;

    /** P2 of READ RECORD (ISO/IEC 7816-4): P1 is a record's number; P1 is a record's tag. */
    private static final int BY_NUMBER = 0x04;

    private static final int BY_TAG = 0x00;

    /** EF06 has seven; some more are let pass. */
    private static final int MOST_RECORDS = 12;

    private final CardLink link;
    private boolean gaveRecord;

    public SocialSecurityApplication(CardLink link) {
        this.link = link;
    }

    /** Selects the application; false if the card has none. */
    public boolean isSelected() throws CardRefusal {
        return link.transmit(new CommandAPDU(SELECT)).getSW() == SUCCESS;
    }

    /** Reads the card; call it once {@link #isSelected}. */
    public SocialSecurityCard read() throws CardRefusal {
        ResponseAPDU selected = select(CARD);
        if (selected.getSW() != SUCCESS) {
            throw refused("EF05", selected);
        }
        Map<Integer, byte[]> card = records(CardFile.FIRST_TAG, CardFile.LAST_TAG);
        Optional<SocialSecurityCard.Holder> holder = select(HOLDER).getSW() == SUCCESS
                ? HolderFile.parse(records(HolderFile.NUMBER, HolderFile.NAME))
                : Optional.empty();
        return CardFile.parse(card, holder);
    }

    /** Whether a record was read: some cards of other kinds answer success to every SELECT. */
    public boolean gaveRecord() {
        return gaveRecord;
    }

    private ResponseAPDU select(int file) throws CardRefusal {
        byte[] name = {(byte) (file >> 8), (byte) file};
        return link.transmit(new CommandAPDU(0x00, 0xA4, 0x02, 0x00, name));
    }

    /** All records of the selected file by tag; one by one by their tags, if the card does not number them. */
    private Map<Integer, byte[]> records(int firstTag, int lastTag) throws CardRefusal {
        Map<Integer, byte[]> numbered = records(BY_NUMBER, 1, MOST_RECORDS);
        return numbered.isEmpty() ? records(BY_TAG, firstTag, lastTag) : numbered;
    }

    private Map<Integer, byte[]> records(int how, int first, int last) throws CardRefusal {
        Map<Integer, byte[]> records = new HashMap<>();
        for (int i = first; i <= last; i++) {
            ResponseAPDU answer = link.transmit(new CommandAPDU(0x00, 0xB2, i, how, 256));
            if (answer.getSW() != SUCCESS) {
                break;
            }
            gaveRecord = true;
            CardRecord record =
                    CardRecord.parse(answer.getData()).orElseThrow(() -> new CardRefusal(Reason.UNREADABLE, "record"));
            records.putIfAbsent(record.tag(), record.value());
        }
        return records;
    }

    private static CardRefusal refused(String what, ResponseAPDU answer) {
        return new CardRefusal(Reason.UNREADABLE, what + String.format(Locale.ROOT, " %04X", answer.getSW()));
    }
}
