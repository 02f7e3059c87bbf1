package org.yici.service.certificate;

import java.awt.image.BufferedImage;
import java.util.List;
import org.yici.kiosk.ui.LocalText;
import org.yici.kiosk.ui.Message;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenTraits;

/** What a citizen sees of certificates, up to the print. */
public sealed interface CertificateScreen extends Screen {
    @Override
    default ScreenTraits traits() {
        return ScreenTraits.STEP;
    }

    /** What this person can have. At most 7 in sight. */
    record Offers(String maskedName, List<Offer> offers) implements CertificateScreen {
        public Offers {
            offers = List.copyOf(offers);
        }
    }

    /** One kind of certificate; if not available, {@code sentence} says what to do. */
    record Offer(String kind, LocalText title, LocalText issuer, boolean available, LocalText sentence) {}

    /**
     * Consent in plain words.
     *
     * @param title of the certificate
     * @param sentences what will be done with the data, one a line
     */
    record Consent(LocalText title, List<Message> sentences) implements CertificateScreen {
        public Consent {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * The certificate before it is printed.
     *
     * @param page picture of its first page
     */
    record Preview(LocalText title, BufferedImage page, int sheets, String sealedBy) implements CertificateScreen {}
}
