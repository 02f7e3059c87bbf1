package org.yici.devices;

import org.yici.device.TravelDocument;
import org.yici.device.TravelDocumentOutcome.Read;
import org.yici.device.TravelDocumentProof.NotVerified;
import org.yici.device.TravelDocumentProof.Verified;

/** What a travel document says, masked unless it is to be revealed, and whether a country signed it; what it does not tell is left out. */
final class TravelDocumentLine {
    private final Line line = Line.of("travel-document");
    private final Reveal reveal;

    private TravelDocumentLine(Reveal reveal) {
        this.reveal = reveal;
    }

    static Line of(Read read, Reveal reveal) {
        TravelDocumentLine told = new TravelDocumentLine(reveal);
        told.document(read.document().reveal());
        told.holder(read.document().reveal());
        told.proof(read);
        return told.line;
    }

    private void document(TravelDocument document) {
        line.with("type", document.type())
                .with("issuer", document.issuer())
                .with("number", reveal.number(document.number()))
                .with("expires", document.expires().toString());
    }

    private void holder(TravelDocument document) {
        line.with("surname", surname(document))
                .with("givenNames", reveal.initials(document.givenNames()))
                .with("nationality", document.nationality())
                .with("birth", reveal.birth(document.birth()))
                .with("sex", document.sex());
        document.fullName().ifPresent(name -> line.with("fullName", fullName(name)));
        document.personalNumber().ifPresent(number -> line.with("personalNumber", reveal.number(number)));
    }

    /** As everywhere the surname is told and the given names are not; who has one name alone is not told by it. */
    private String surname(TravelDocument document) {
        return document.givenNames().isEmpty() ? reveal.initials(document.surname()) : document.surname();
    }

    /** In Latin letters its order is the country's own. */
    private String fullName(String name) {
        return name.charAt(0) < 0x80 ? reveal.initials(name) : reveal.name(name);
    }

    private void proof(Read read) {
        if (read.proof() instanceof Verified verified) {
            line.with("proof", "verified").with("country", verified.country());
        } else if (read.proof() instanceof NotVerified not) {
            line.with("proof", "not-verified").with("reason", not.reason()).with("detail", not.detail());
        }
    }
}
