package org.yici.service.certificate;

import java.util.List;
import org.yici.contract.https.Offers;
import org.yici.kiosk.ui.Message;

/** What a citizen agrees to before a certificate is asked for. Another wording is another version. */
public final class ConsentText {
    /** Goes to the server with the request, so that it is known later what was on the screen. */
    public static final String VERSION = "2026-12-01.1";

    private ConsentText() {}

    static List<Message> sentences(Offers.Offer offer) {
        return sentences(offer.title(), offer.issuer());
    }

    /** For a certificate of this title, issued by {@code issuer}. */
    public static List<Message> sentences(String title, String issuer) {
        return List.of(
                Message.of("certificates.consent.copy", title),
                Message.of("certificates.consent.data", issuer),
                Message.of("certificates.consent.record"),
                Message.of("certificates.consent.nothing-kept"));
    }
}
