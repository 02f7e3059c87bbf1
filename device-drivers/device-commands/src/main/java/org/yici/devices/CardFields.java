package org.yici.devices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yici.base.Masking;
import org.yici.device.CardExtras;
import org.yici.device.IdentityCard;
import org.yici.device.IdentityCard.Citizen;
import org.yici.device.IdentityCard.ForeignResident;
import org.yici.device.IdentityCard.ResidencePermit;
import org.yici.device.ReaderEvent.CardRead;

/** What a card says, as fields of an object: names and values in turn. */
final class CardFields {
    private static final int SHOWN_OF_AN_ADDRESS = 3;

    private final List<Object> fields = new ArrayList<>();
    private final boolean reveal;

    private CardFields(boolean reveal) {
        this.reveal = reveal;
    }

    static Object[] of(CardRead read, boolean reveal) {
        CardFields fields = new CardFields(reveal);
        IdentityCard card = read.card().reveal();
        fields.common(card);
        if (card instanceof Citizen citizen) {
            fields.put("nation", citizen.nation())
                    .put("address", fields.address(citizen.address()))
                    .put("authority", citizen.authority());
        } else if (card instanceof ResidencePermit permit) {
            fields.put("address", fields.address(permit.address()))
                    .put("authority", permit.authority())
                    .put("travelPermit", fields.number(permit.travelPermit()))
                    .put("issues", permit.issues());
        } else if (card instanceof ForeignResident foreigner) {
            fields.put("latinName", reveal ? foreigner.latinName() : Masking.name(foreigner.latinName()))
                    .put("nationality", foreigner.nationality());
        }
        CardExtras extras = read.extras().reveal();
        fields.put("newestAddress", extras.newestAddress().map(fields::address).orElse(""))
                .put("fingerprints", extras.fingerprints())
                .put("photo", extras.portrait().isPresent())
                .put("safeModule", read.safeModule())
                .put("sinceOpenedMs", read.sinceOpened().toMillis());
        return fields.fields.toArray();
    }

    private void common(IdentityCard card) {
        put("kind", kind(card))
                .put("name", reveal ? card.name() : Masking.name(card.name()))
                .put("sex", card.sex())
                .put("birth", reveal ? card.birth().toString() : card.birth().getYear() + "-**-**")
                .put("number", number(card.number()))
                .put("validFrom", card.validFrom().toString())
                .put("validTo", validTo(card.validTo()));
    }

    private static String kind(IdentityCard card) {
        if (card instanceof Citizen) {
            return "citizen";
        } else if (card instanceof ForeignResident foreigner) {
            return foreigner.edition() == ForeignResident.Edition.OF_2017 ? "foreigner-2017" : "foreigner-2023";
        }
        return "residence-permit";
    }

    private static String validTo(Optional<LocalDate> last) {
        return last.map(LocalDate::toString).orElse("长期");
    }

    private String number(String number) {
        return reveal ? number : Masking.number(number);
    }

    private String address(String address) {
        int shown = Math.min(SHOWN_OF_AN_ADDRESS, address.length());
        return reveal ? address : address.substring(0, shown) + "*".repeat(address.length() - shown);
    }

    private CardFields put(String name, Object value) {
        fields.add(name);
        fields.add(value);
        return this;
    }
}
