package org.yici.driver.chip.social;

import java.util.Map;
import java.util.Optional;
import org.yici.device.SocialSecurityCard;
import org.yici.device.SocialSecurityCard.Holder;
import org.yici.driver.chip.CardRefusal;

/** EF05: what the card says of itself. A field that cannot be true refuses the card, by the field's name. */
final class CardFile {
    static final int FIRST_TAG = 0x01;
    static final int LAST_TAG = 0x07;

    private CardFile() {}

    static SocialSecurityCard parse(Map<Integer, byte[]> records, Optional<Holder> holder) throws CardRefusal {
        CardFields fields = new CardFields(records);
        SocialSecurityCard card = new SocialSecurityCard(
                fields.hexadecimal("card-id", 0x01, 16),
                fields.bytes("class", 0x02, 1)[0] & 0xFF,
                fields.like("version", 0x03, "[1-9]\\.[0-9]{2}"),
                fields.hexadecimal("issuer", 0x04, 12),
                fields.date("issued", 0x05),
                fields.date("expires", 0x06),
                fields.like("number", 0x07, "[0-9A-Z]{1,9}"),
                holder);
        if (card.expires().isBefore(card.issued())) {
            throw CardRefusal.untrue("expires");
        }
        return card;
    }
}
