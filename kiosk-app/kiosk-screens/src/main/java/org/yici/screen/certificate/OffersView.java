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
    private static final int MOST = 7;

    private final transient Look look;
    private final transient List<JComponent> cards = new ArrayList<>();
    private final Page list;
    private int first;

    public OffersView(Look look, Screen.Offers screen, Consumer<Touch> touches) {
        super(Heading.layout(look));
        this.look = look;
        this.list = new Page(new MigLayout(
                "insets 0, gap " + gap() + ", wrap " + columns() + ", hidemode 3, fillx",
                "[grow, fill, sg]",
                "[fill]"));
        int full = look.measure().fullWidth();
        boolean none = screen.offers().isEmpty();
        add(look.words(look.text(none ? "offers.none" : "offers.title"), TextSize.TITLE, Palette.TEXT, full));
        String sub = none ? look.text("offers.none.what") : look.text("offers.for", screen.maskedName());
        add(look.words(sub, TextSize.LEAD, Palette.QUIET, full), "gaptop " + look.mm(3));
        int above = getPreferredSize().height + look.mm(look.portrait() ? 14 : 8);
        add(list, "growx, gaptop " + look.mm(look.portrait() ? 14 : 8));
        for (Screen.OfferLine offer : screen.offers()) {
            cards.add(OfferCard.of(look, offer, cardWidth(), screen.offers().size() <= FEW, touches));
        }
        fill(look.measure().middle() - above);
    }

    private int columns() {
        return look.portrait() ? 1 : 2;
    }

    private int gap() {
        return look.mm(7);
    }

    private int cardWidth() {
        return (look.measure().fullWidth() - (columns() - 1) * gap()) / columns();
    }

    private void fill(int room) {
        list.removeAll();
        int perPage = howManyFit(room);
        int last = Math.min(cards.size(), first + perPage);
        cards.subList(first, last).forEach(list::add);
        if (cards.size() > perPage) {
            list.add(turning(perPage, last, room), "newline, spanx, growx");
        }
        revalidate();
        repaint();
    }

    private int howManyFit(int room) {
        int tallest = cards.stream()
                .mapToInt(card -> card.getPreferredSize().height)
                .max()
                .orElse(1);
        int all = Math.min(MOST, room / (tallest + gap()) * columns());
        int withKeys = (room - look.mm(24) - gap()) / (tallest + gap()) * columns();
        return cards.size() <= all ? all : Math.max(1, Math.min(MOST, withKeys));
    }

    private JComponent turning(int perPage, int last, int room) {
        Page row = new Page(new MigLayout("insets 0, gap " + gap() + ", hidemode 3", "[][][grow, right]", "[center]"));
        KioskButton before = new KioskButton(
                look, KioskButton.Rank.OTHER, look.text("key.page.before"), () -> turn(first - perPage, room));
        KioskButton next = new KioskButton(
                look, KioskButton.Rank.OTHER, look.text("key.page.next"), () -> turn(first + perPage, room));
        before.setVisible(first > 0);
        next.setVisible(last < cards.size());
        row.add(before);
        row.add(next);
        row.add(look.words(look.text("offers.page", first + 1, last, cards.size()), TextSize.BODY, Palette.QUIET));
        return row;
    }

    private void turn(int to, int room) {
        first = to;
        fill(room);
    }
}
