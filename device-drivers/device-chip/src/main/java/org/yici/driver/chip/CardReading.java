package org.yici.driver.chip;

import java.util.HexFormat;
import java.util.Locale;
import javax.smartcardio.CommandAPDU;
import org.yici.base.Personal;
import org.yici.device.ReaderEvent.Reason;
import org.yici.device.SocialSecurityCard;
import org.yici.driver.chip.social.SocialSecurityApplication;

/** Finds out of what kind a card is, and reads what can be read without a key. */
final class CardReading implements CardTask.Conversation<CardReading.Found> {
    /** SELECT of the application of travel documents (ICAO 9303-10, 3.6). */
    private static final byte[] TRAVEL_DOCUMENT = HexFormat.of().parseHex("00A4040C07A0000002471001");

    private static final int SUCCESS = 0x9000;

    /** What was found. */
    sealed interface Found {
        record SocialSecurity(Personal<SocialSecurityCard> card) implements Found {}

        record TravelDocument() implements Found {}
    }

    @Override
    public Found talk(CardLink link) throws CardRefusal {
        SocialSecurityApplication social = new SocialSecurityApplication(link);
        if (social.isSelected()) {
            return socialSecurityOr(social, link);
        }
        int status = travelDocument(link);
        if (status == SUCCESS) {
            return new Found.TravelDocument();
        }
        throw new CardRefusal(Reason.UNSUPPORTED, String.format(Locale.ROOT, "%04X", status));
    }

    /** A travel document, if the card calls every application its own and has no record of a social-security card. */
    private static Found socialSecurityOr(SocialSecurityApplication social, CardLink link) throws CardRefusal {
        try {
            return new Found.SocialSecurity(Personal.of(social.read()));
        } catch (CardRefusal e) {
            if (!social.gaveRecord() && travelDocument(link) == SUCCESS) {
                return new Found.TravelDocument();
            }
            throw e;
        }
    }

    private static int travelDocument(CardLink link) throws CardRefusal {
        return link.transmit(new CommandAPDU(TRAVEL_DOCUMENT)).getSW();
    }
}
