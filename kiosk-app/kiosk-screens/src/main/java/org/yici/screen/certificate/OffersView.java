package org.yici.screen.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.screen.kit.KioskButton;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.TextSize;

/** What this person can have; for what they cannot, what to do. What does not fit is on further pages, never below the edge. */
public final class OffersView extends Page {
    private static final int FEW = 2;

    private final transient Look look;
    private final transient CardPages pages;
    private final Page list;

    public OffersView(Look look, Screen.Offers screen, Consumer<Touch> touches) {
        super(Heading.layout(look));
        this.look = look;
        this.list = new Page(new MigLayout(
                "insets 0, gap " + gap() + ", wrap " + columns() + ", hidemode 3, fillx",
                "[grow, fill, sg]",
                "[fill]"));
        heading(screen);
        int gapTop = look.mm(look.portrait() ? 14 : 8);
        int room = look.measure().middle() - getPreferredSize().height - gapTop;
        add(list, "growx, gaptop " + gapTop);
        this.pages = new CardPages(cards(screen, touches), columns(), gap(), room, keyHeight());
        show(0);
    }

    private void heading(Screen.Offers screen) {
        int full = look.measure().fullWidth();
        boolean any = screen.offers().stream().anyMatch(Screen.OfferLine::available);
        add(look.words(look.text(any ? "offers.title" : "offers.none"), TextSize.TITLE, Palette.TEXT, full));
        String sub = screen.offers().isEmpty()
                ? look.text("offers.none.what")
                : look.text("offers.for", screen.maskedName());
        add(look.words(sub, TextSize.LEAD, Palette.QUIET, full), "gaptop " + look.mm(3));
    }

    private List<JComponent> cards(Screen.Offers screen, Consumer<Touch> touches) {
        int width = (look.measure().fullWidth() - (columns() - 1) * gap()) / columns();
        List<JComponent> cards = new ArrayList<>();
        for (Screen.OfferLine offer : screen.offers()) {
            cards.add(OfferCard.of(look, offer, width, screen.offers().size() <= FEW, touches));
        }
        return cards;
    }

    private int columns() {
        return look.portrait() ? 1 : 2;
    }

    private int gap() {
        return look.mm(7);
    }

    private int keyHeight() {
        return key("key.page.next", 0).getPreferredSize().height;
    }

    private void show(int page) {
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
        KioskButton before = key("key.page.before", page - 1);
        KioskButton next = key("key.page.next", page + 1);
        before.setVisible(page > 0);
        next.setVisible(page + 1 < pages.count());
        row.add(before);
        row.add(next);
        row.add(look.words(
                look.text("offers.page", pages.first(page) + 1, pages.end(page), pages.end(pages.count() - 1)),
                TextSize.BODY,
                Palette.QUIET));
        return row;
    }

    private KioskButton key(String text, int page) {
        return new KioskButton(look, KioskButton.Rank.OTHER, look.text(text), () -> show(page));
    }
}
