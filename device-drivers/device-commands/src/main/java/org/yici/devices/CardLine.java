package org.yici.devices;

import java.time.LocalDate;
import java.util.Optional;
import org.yici.device.CardExtras;
import org.yici.device.IdentityCard;
import org.yici.device.IdentityCard.Citizen;
import org.yici.device.IdentityCard.ForeignResident;
import org.yici.device.IdentityCard.ResidencePermit;
import org.yici.device.ReaderEvent.CardRead;

/** What a card says, masked unless it is to be revealed. */
final class CardLine {
    private final Line line = Line.of("card");
    private final Reveal reveal;

    private CardLine(Reveal reveal) {
        this.reveal = reveal;
    }

    static Line of(CardRead read, Reveal reveal) {
        CardLine told = new CardLine(reveal);
        IdentityCard card = read.card().reveal();
        told.common(card);
        told.ofItsKind(card);
        CardExtras extras = read.extras().reveal();
        return told.line
                .with(
                        "newestAddress",
                        extras.newestAddress().map(reveal::address).orElse(""))
                .with("fingerprints", extras.fingerprints())
                .with("photo", extras.portrait().isPresent())
                .with("safeModule", read.safeModule())
                .with("sinceOpenedMs", read.sinceOpened().toMillis());
    }

    private void ofItsKind(IdentityCard card) {
        if (card instanceof Citizen citizen) {
            line.with("nation", citizen.nation())
                    .with("address", reveal.address(citizen.address()))
                    .with("authority", citizen.authority());
        } else if (card instanceof ResidencePermit permit) {
            line.with("address", reveal.address(permit.address()))
                    .with("authority", permit.authority())
                    .with("travelPermit", reveal.number(permit.travelPermit()))
                    .with("issues", permit.issues());
        } else if (card instanceof ForeignResident foreigner) {
            line.with("latinName", reveal.name(foreigner.latinName())).with("nationality", foreigner.nationality());
        }
    }

    private void common(IdentityCard card) {
        line.with("kind", kind(card))
                .with("name", reveal.name(card.name()))
                .with("sex", card.sex())
                .with("birth", reveal.birth(card.birth()))
                .with("number", reveal.number(card.number()))
                .with("validFrom", card.validFrom().toString())
                .with("validTo", validTo(card.validTo()));
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
}
