package org.yici.screen.certificate;

import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.screen.kit.ChoiceCard;
import org.yici.screen.kit.LineIcon;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.Surface;
import org.yici.screen.kit.TextSize;

/** One kind of certificate: to touch if it can be had, else with the sentence that says what to do. */
final class OfferCard {
    private OfferCard() {}

    /** @param roomy with more air around the words, when there are few */
    static JComponent of(Look look, Screen.OfferLine offer, int width, boolean roomy, Consumer<Touch> touches) {
        int inset = look.mm(roomy ? 18 : 8);
        MigLayout layout = new MigLayout(
                "insets " + inset + " " + look.mm(10) + " " + inset + " " + look.mm(10) + ", gap 0",
                "[]" + look.mm(9) + "[grow][]",
                "[bottom, grow]" + look.mm(1) + "[top, grow]");
        return offer.available()
                ? open(look, offer, width, layout, touches)
                : closed(look, offer, width, layout, roomy ? TextSize.LEAD : TextSize.BODY);
    }

    private static JComponent open(
            Look look, Screen.OfferLine offer, int width, MigLayout layout, Consumer<Touch> touches) {
        int wrap = width - 2 * look.mm(10) - look.mm(30 + 9 + 14 + 3);
        ChoiceCard card = ChoiceCard.white(
                look, offer.title(), layout, () -> touches.accept(new Touch.ChooseOffer(offer.kind())));
        card.add(look.onDisc(LineIcon.CERTIFICATE, 30, Palette.PRIMARY, Palette.PRIMARY_TINT), "spany 2, ay center");
        card.add(look.words(offer.title(), TextSize.HEADING, Palette.TEXT, wrap));
        card.add(look.picture(LineIcon.FORWARD, 14, Palette.PRIMARY), "spany 2, ay center, wrap");
        card.add(look.words(look.text("offer.issuer", offer.issuer()), TextSize.BODY, Palette.QUIET, wrap));
        return card;
    }

    private static JComponent closed(Look look, Screen.OfferLine offer, int width, MigLayout layout, TextSize size) {
        int wrap = width - 2 * look.mm(10) - look.mm(30 + 9);
        Surface card = Surface.tinted(look, layout, Palette.CLOSED);
        card.add(look.onDisc(LineIcon.INFO, 30, Palette.QUIET, Palette.SURFACE), "spany 2, ay center");
        card.add(look.words(offer.title(), TextSize.HEADING, Palette.QUIET, wrap), "wrap");
        card.add(look.words(offer.sentence(), size, Palette.TEXT, wrap));
        return card;
    }
}
