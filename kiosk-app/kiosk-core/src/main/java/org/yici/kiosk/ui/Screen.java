package org.yici.kiosk.ui;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yici.kiosk.error.DisplayedError;

/** One thing on the screen. Texts that are always the same belong to the views; what differs is here. */
public sealed interface Screen {
    /** A card that greets. */
    enum Card {
        /** Laid on the pad: an identity card, a residence permit, a foreign resident's card. */
        IDENTITY_CARD,
        /** Inserted: a social-security card. */
        SOCIAL_SECURITY_CARD
    }

    /**
     * Nobody is here: 请把身份证放在感应区.
     *
     * @param cards which cards can be read now; one at least
     * @param certificates why no certificate can be printed here now; empty if it can
     * @param cardRefused why the card that was just laid did not greet; shown for some seconds
     */
    record Idle(Set<Card> cards, Optional<DisplayedError> certificates, Optional<DisplayedError> cardRefused)
            implements Screen {
        public Idle {
            cards = Set.copyOf(cards);
            if (cards.isEmpty()) {
                throw new IllegalArgumentException("a terminal that reads no card is out of service");
            }
        }
    }

    /** The terminal cannot serve anybody. */
    record OutOfService(DisplayedError error) implements Screen {}

    /**
     * 林*夏，您好: what would you like to do?
     *
     * @param maskedName the name as it may be shown
     * @param maskedNumber the number as it may be shown
     * @param card what told who it is
     * @param certificates why no certificate can be printed here now; empty if it can
     */
    record Greeting(String maskedName, String maskedNumber, Card card, Optional<DisplayedError> certificates)
            implements Screen {}

    /** What this person can have. At most 7 in sight. */
    record Offers(String maskedName, List<OfferLine> offers) implements Screen {
        public Offers {
            offers = List.copyOf(offers);
        }
    }

    /** One kind of certificate; if not available, {@code sentence} says what to do. */
    record OfferLine(String kind, String title, String issuer, boolean available, String sentence) {}

    /**
     * Consent in plain words.
     *
     * @param title of the certificate
     * @param sentences what will be done with the data, one a line
     */
    record Consent(String title, List<String> sentences) implements Screen {
        public Consent {
            sentences = List.copyOf(sentences);
        }
    }

    /** The machine works; shows that it does, and after two seconds what it does. */
    record Working(Work work) implements Screen {}

    /** What the machine is doing. */
    enum Work {
        ASKING_OFFERS,
        ISSUING,
        CHECKING_SEAL,
        SENDING_TO_PRINTER,
        RECONCILING
    }

    /**
     * The certificate before it is printed.
     *
     * @param page picture of its first page
     */
    record Preview(String title, BufferedImage page, int sheets, String sealedBy) implements Screen {}

    /**
     * Paper is on its way.
     *
     * @param sheets sheets that came out so far
     * @param waiting why the printer waits; empty if it does not
     */
    record Printing(int sheets, int of, Optional<DisplayedError> waiting) implements Screen {}

    /**
     * The printer says that it is done and cannot prove it: 纸都出来了吗?
     *
     * @param sheets sheets that should lie in the tray
     */
    record PaperQuestion(int sheets) implements Screen {}

    /** 打印完成: take your card, take n sheets. Shown only on evidence, which may be the citizen's word. */
    record Done(int sheets) implements Screen {}

    /**
     * It did not work: what happened, what to do now.
     *
     * @param retry whether trying again makes sense
     */
    record Failed(DisplayedError error, boolean retry) implements Screen {}

    /**
     * The session ends: take your card and, if there are any, {@code sheets} sheets.
     *
     * @param sheets 0 for no paper; -1 for "there may be paper"
     */
    record Goodbye(int sheets) implements Screen {}
}
