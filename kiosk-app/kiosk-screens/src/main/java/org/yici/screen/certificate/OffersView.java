package org.yici.screen.certificate;

import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.screen.kit.ChoiceCard;
import org.yici.screen.kit.KioskButton;
import org.yici.screen.kit.LineIcon;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.Surface;
import org.yici.screen.kit.TextSize;

/** What this person can have; for what they cannot, what to do. More than fit are on further pages. */
public final class OffersView extends Page {
    private final transient Look look;
    private final transient List<Screen.OfferLine> offers;
    private final transient Consumer<Touch> touches;
    private final Page list;
    private final int perPage;
    private int first;

    public OffersView(Look look, Screen.Offers screen, Consumer<Touch> touches) {
        super(Heading.layout(look));
        this.look = look;
        this.offers = screen.offers();
        this.touches = touches;
        this.perPage = look.portrait() ? 4 : 2;
        this.list = new Page(new MigLayout(
                "insets 0, gap " + look.mm(7) + ", wrap " + (look.portrait() ? 1 : 2) + ", fillx",
                "[grow, fill, sg]",
                "[fill]"));
        int full = look.measure().fullWidth();
        String key = offers.isEmpty() ? "offers.none" : "offers.title";
        add(look.words(look.text(key), TextSize.TITLE, Palette.TEXT, full));
        String sub = offers.isEmpty() ? look.text("offers.none.what") : look.text("offers.for", screen.maskedName());
        add(look.words(sub, TextSize.LEAD, Palette.QUIET, full), "gaptop " + look.mm(3));
        add(list, "growx, gaptop " + look.mm(look.portrait() ? 14 : 8));
        fill();
    }

    private void fill() {
        list.removeAll();
        int last = Math.min(offers.size(), first + perPage);
        for (Screen.OfferLine offer : offers.subList(first, last)) {
            list.add(offer.available() ? open(offer) : closed(offer), "growx");
        }
        if (offers.size() > perPage) {
            list.add(pages(last), "newline, spanx, growx");
        }
        revalidate();
        repaint();
    }

    private JComponent pages(int last) {
        Page row = new Page(new MigLayout("insets 0, gap " + look.mm(7), "[][][grow]", "[center]"));
        KioskButton before = new KioskButton(
                look, KioskButton.Rank.OTHER, look.text("key.page.before"), () -> turn(first - perPage));
        KioskButton next =
                new KioskButton(look, KioskButton.Rank.OTHER, look.text("key.page.next"), () -> turn(first + perPage));
        before.setVisible(first > 0);
        next.setVisible(last < offers.size());
        row.add(before);
        row.add(next);
        row.add(look.words(look.text("offers.page", first + 1, last, offers.size()), TextSize.BODY, Palette.QUIET));
        return row;
    }

    private void turn(int to) {
        first = to;
        fill();
    }

    private int columnWidth() {
        return look.portrait() ? look.measure().fullWidth() : (look.measure().fullWidth() - look.mm(7)) / 2;
    }

    private MigLayout line() {
        return new MigLayout(
                "insets " + look.mm(9) + ", gap 0", "[]" + look.mm(8) + "[grow][]", "push[]" + look.mm(1) + "[]push");
    }

    private JComponent open(Screen.OfferLine offer) {
        int wrap = columnWidth() - 2 * look.mm(9) - look.mm(26 + 8 + 13 + 4);
        ChoiceCard card = ChoiceCard.white(
                look, offer.title(), line(), () -> touches.accept(new Touch.ChooseOffer(offer.kind())));
        card.add(look.onDisc(LineIcon.CERTIFICATE, 26, Palette.PRIMARY, Palette.PRIMARY_TINT), "spany 2, center");
        card.add(look.words(offer.title(), TextSize.HEADING, Palette.TEXT, wrap));
        card.add(look.picture(LineIcon.FORWARD, 13, Palette.PRIMARY), "spany 2, center, wrap");
        card.add(look.words(look.text("offer.issuer", offer.issuer()), TextSize.BODY, Palette.QUIET, wrap));
        return card;
    }

    private JComponent closed(Screen.OfferLine offer) {
        int wrap = columnWidth() - 2 * look.mm(9) - look.mm(26 + 8 + 2);
        Surface card = Surface.tinted(look, line(), Palette.LINE);
        card.add(look.onDisc(LineIcon.INFO, 26, Palette.QUIET, Palette.SURFACE), "spany 2, center");
        card.add(look.words(offer.title(), TextSize.HEADING, Palette.QUIET, wrap), "wrap");
        card.add(look.words(offer.sentence(), TextSize.BODY, Palette.TEXT, wrap));
        return card;
    }
}
