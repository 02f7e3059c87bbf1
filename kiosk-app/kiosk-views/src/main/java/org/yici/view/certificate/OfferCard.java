package org.yici.view.certificate;

import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.service.certificate.CertificateAction;
import org.yici.service.certificate.CertificateScreen;
import org.yici.view.kit.ChoiceCard;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Palette;
import org.yici.view.kit.SurfacePanel;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** One kind of certificate: to touch if it can be had, else with the sentence that says what to do. */
final class OfferCard {
    private OfferCard() {}

    /** @param roomy with more air around the words, when there are few */
    static JComponent of(
            Theme theme, CertificateScreen.Offer offer, int width, boolean roomy, Consumer<CitizenAction> actions) {
        int inset = theme.mm(roomy ? 18 : 8);
        MigLayout layout = new MigLayout(
                "insets " + inset + " " + theme.mm(10) + " " + inset + " " + theme.mm(10) + ", gap 0",
                "[]" + theme.mm(9) + "[grow][]",
                "[bottom, grow]" + theme.mm(1) + "[top, grow]");
        return offer.available()
                ? open(theme, offer, width, layout, actions)
                : closed(theme, offer, width, layout, roomy ? TextSize.LEAD : TextSize.BODY);
    }

    private static JComponent open(
            Theme theme, CertificateScreen.Offer offer, int width, MigLayout layout, Consumer<CitizenAction> actions) {
        int wrap = width - 2 * theme.mm(10) - theme.mm(30 + 9 + 14 + 3);
        ChoiceCard card = ChoiceCard.white(
                theme,
                theme.text(offer.title()),
                layout,
                () -> actions.accept(new CertificateAction.ChooseOffer(offer.kind())));
        card.add(theme.onDisc(LineIcon.CERTIFICATES, 30, Palette.PRIMARY, Palette.PRIMARY_TINT), "spany 2, ay center");
        card.add(theme.words(theme.text(offer.title()), TextSize.HEADING, Palette.TEXT, wrap));
        card.add(theme.picture(LineIcon.FORWARD, 14, Palette.PRIMARY), "spany 2, ay center, wrap");
        card.add(theme.words(
                theme.text("certificates.offer.issuer", theme.text(offer.issuer())),
                TextSize.BODY,
                Palette.QUIET,
                wrap));
        return card;
    }

    private static JComponent closed(
            Theme theme, CertificateScreen.Offer offer, int width, MigLayout layout, TextSize size) {
        int wrap = width - 2 * theme.mm(10) - theme.mm(30 + 9);
        SurfacePanel card = SurfacePanel.tinted(theme, layout, Palette.CLOSED);
        card.add(theme.onDisc(LineIcon.INFO, 30, Palette.QUIET, Palette.SURFACE), "spany 2, ay center");
        card.add(theme.words(theme.text(offer.title()), TextSize.HEADING, Palette.QUIET, wrap), "wrap");
        card.add(theme.words(theme.text(offer.sentence()), size, Palette.TEXT, wrap));
        return card;
    }
}
