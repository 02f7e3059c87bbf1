package org.yici.view.certificate;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yici.base.ErrorCode;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.service.ServiceTile;
import org.yici.kiosk.ui.LocalText;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.service.certificate.CertificateScreen;
import org.yici.service.certificate.CertificateService;
import org.yici.service.certificate.ConsentText;
import org.yici.view.ViewTable;

/** The views of 打证明. */
public final class CertificateViews extends ViewTable {
    private static final String MESSAGES = "org.yici.service.certificate.messages";
    private static final LocalText TITLE = LocalText.of("证明");
    private static final LocalText ISSUER = LocalText.of("单位");

    public CertificateViews() {
        super(MESSAGES);
        add(
                CertificateScreen.Offers.class,
                OffersView::new,
                new CertificateScreen.Offers(
                        "*",
                        List.of(
                                new CertificateScreen.Offer("", TITLE, ISSUER, true, LocalText.of("")),
                                new CertificateScreen.Offer("", TITLE, ISSUER, false, LocalText.of("请到窗口办理。")))));
        add(
                CertificateScreen.Consent.class,
                ConsentView::new,
                new CertificateScreen.Consent(TITLE, ConsentText.sentences(TITLE, ISSUER)));
        add(
                CertificateScreen.Preview.class,
                PreviewView::new,
                new CertificateScreen.Preview(
                        LocalText.of("社会保险个人参保证明"),
                        new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB),
                        1,
                        "某某省社会保险事业中心电子印章（样张）"));
        menus(new ServiceTile(CertificateService.ID, Optional.empty()));
        menus(new ServiceTile(CertificateService.ID, Optional.of(DisplayedError.of(ErrorCode.PRINTER_PAPER_OUT))));
    }

    private void menus(ServiceTile tile) {
        sample(
                new VisitScreen.CardPrompt(tile.service(), Set.of(Card.IDENTITY_CARD), Optional.empty()),
                new VisitScreen.Idle(Set.of(Card.IDENTITY_CARD), List.of(tile), Optional.empty()),
                new VisitScreen.Menu(
                        Optional.of(new VisitScreen.Greeted("*", "**", Card.IDENTITY_CARD)), List.of(tile)));
    }
}
