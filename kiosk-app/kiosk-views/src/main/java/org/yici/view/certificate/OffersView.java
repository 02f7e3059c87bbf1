package org.yici.view.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.service.certificate.CertificateScreen;
import org.yici.view.kit.KioskButton;
import org.yici.view.kit.Page;
import org.yici.view.kit.Paginator;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** What this person can have; for what they cannot, what to do. What does not fit is on further pages, never below the edge. */
public final class OffersView extends Page {
    private static final int FEW = 2;

    private final transient Theme theme;
    private final transient Paginator pages;
    private final Page list;
    private int shown;

    public OffersView(Theme theme, CertificateScreen.Offers screen, Consumer<CitizenAction> actions) {
        super(Heading.layout(theme));
        this.theme = theme;
        this.list = new Page(new MigLayout(
                "insets 0, gap " + gap() + ", wrap " + columns() + ", hidemode 3, fillx",
                "[grow, fill, sg]",
                "[fill]"));
        heading(screen);
        int gapTop = theme.mm(theme.portrait() ? 14 : 8);
        int room = theme.measure().middle() - getPreferredSize().height - gapTop;
        add(list, "growx, gaptop " + gapTop);
        this.pages = new Paginator(cards(screen, actions), columns(), gap(), room, keyHeight());
        show(0);
    }

    private void heading(CertificateScreen.Offers screen) {
        int full = theme.measure().fullWidth();
        boolean any = screen.offers().stream().anyMatch(CertificateScreen.Offer::available);
        add(theme.words(
                theme.text(any ? "certificates.offers.title" : "certificates.offers.none"),
                TextSize.TITLE,
                Palette.TEXT,
                full));
        add(theme.words(explanation(screen, any), TextSize.LEAD, Palette.QUIET, full), "gaptop " + theme.mm(3));
    }

    private String explanation(CertificateScreen.Offers screen, boolean any) {
        if (any) {
            return theme.text("certificates.offers.found", screen.maskedName());
        }
        return screen.offers().isEmpty()
                ? theme.text("certificates.offers.none.what")
                : theme.text("certificates.offers.none.why", screen.maskedName());
    }

    private List<JComponent> cards(CertificateScreen.Offers screen, Consumer<CitizenAction> actions) {
        int width = (theme.measure().fullWidth() - (columns() - 1) * gap()) / columns();
        List<JComponent> cards = new ArrayList<>();
        for (CertificateScreen.Offer offer : screen.offers()) {
            cards.add(OfferCard.of(theme, offer, width, screen.offers().size() <= FEW, actions));
        }
        return cards;
    }

    private int columns() {
        return theme.portrait() ? 1 : 2;
    }

    private int gap() {
        return theme.mm(7);
    }

    private int keyHeight() {
        return key("button.page.next", 0).getPreferredSize().height;
    }

    /** The first offer in sight. */
    @Override
    public int place() {
        return pages.first(shown);
    }

    @Override
    public void turnTo(int place) {
        show(pages.with(place));
    }

    private void show(int page) {
        shown = page;
        list.removeAll();
        pages.cards(page).forEach(list::add);
        if (pages.count() > 1) {
            list.add(turning(page), "newline, spanx, growx");
        }
        revalidate();
        repaint();
    }

    private JComponent turning(int page) {
        Page row = new Page(new MigLayout("insets 0, gap " + gap() + ", hidemode 3", "[][][grow]", "[center]"));
        KioskButton before = key("button.page.before", page - 1);
        KioskButton next = key("button.page.next", page + 1);
        before.setVisible(page > 0);
        next.setVisible(page + 1 < pages.count());
        row.add(before);
        row.add(next);
        row.add(theme.words(
                theme.text(
                        "certificates.offers.page",
                        pages.first(page) + 1,
                        pages.end(page),
                        pages.end(pages.count() - 1)),
                TextSize.BODY,
                Palette.QUIET));
        return row;
    }

    private KioskButton key(String text, int page) {
        return new KioskButton(theme, KioskButton.Rank.OTHER, theme.text(text), () -> show(page));
    }
}
