package org.yici.view.menu;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.service.ServiceId;
import org.yici.kiosk.service.ServiceTile;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.visit.VisitAction;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.view.error.ErrorText;
import org.yici.view.kit.ChoiceCard;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.SurfacePanel;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** 林*夏，您好: the services, each saying beforehand if it cannot be used here now. */
public final class MenuView extends Page {
    /** A name of a hundred letters leaves room for what can be done. */
    private static final List<TextSize> TITLE_SIZES =
            List.of(TextSize.HERO, TextSize.TITLE, TextSize.HEADING, TextSize.LEAD);

    private static final int TITLE_LINES = 3;

    private final transient Theme theme;
    private final int width;
    private final int side;

    public MenuView(Theme theme, VisitScreen.Menu screen, Consumer<CitizenAction> actions) {
        this.theme = theme;
        this.width = theme.measure().column();
        this.side = theme.measure().sideColumn();
        int margin = theme.measure().margin();
        JComponent who = who(screen.who());
        JComponent choices = choices(screen, actions);
        JComponent card = cardNote(screen.who());
        if (theme.portrait()) {
            setLayout(new MigLayout(
                    "insets " + theme.mm(26) + " " + margin + " " + theme.mm(14) + " " + margin + ", gap 0, wrap 1",
                    "[" + width + "!]",
                    "[]push[]push[]"));
            add(who);
            add(choices, "growx");
            add(card, "growx");
        } else {
            setLayout(new MigLayout(
                    "insets " + theme.mm(7) + " " + margin + " " + theme.mm(7) + " " + margin + ", gap 0, fill",
                    "[grow]" + 2 * margin + "[" + width + "!]",
                    "[]" + theme.mm(12) + "[]"));
            add(who, "bottom");
            add(choices, "growx, spany 2, center, wrap");
            add(card, "growx, top");
        }
    }

    private JComponent who(Optional<VisitScreen.Greeted> greeted) {
        Page who = new Page(new MigLayout("insets 0, gapx " + theme.mm(4) + ", gapy " + theme.mm(5)));
        String title = greeted.map(somebody -> theme.text("menu.greeting", somebody.maskedName()))
                .orElseGet(() -> theme.text("menu.welcome"));
        who.add(theme.fitting(title, Palette.TEXT, side, TITLE_LINES, TITLE_SIZES), "spanx, wrap");
        greeted.ifPresent(somebody -> {
            who.add(theme.picture(LineIcon.ID_CARD, 13, Palette.QUIET));
            who.add(theme.words(somebody.maskedNumber(), TextSize.LEAD, Palette.QUIET, side));
        });
        return who;
    }

    private JComponent choices(VisitScreen.Menu screen, Consumer<CitizenAction> actions) {
        Page choices = new Page(new MigLayout("insets 0, gap " + theme.mm(8) + ", wrap 1, fillx", "[grow, fill]"));
        choices.add(theme.words(theme.text("menu.question"), TextSize.HEADING, Palette.TEXT));
        for (ServiceTile tile : screen.services()) {
            choices.add(tile.notNow()
                    .<JComponent>map(error -> closed(tile.service(), error))
                    .orElseGet(() -> open(tile.service(), actions)));
        }
        return choices;
    }

    private JComponent cardNote(Optional<VisitScreen.Greeted> greeted) {
        int inset = theme.mm(7);
        SurfacePanel note = SurfacePanel.tinted(
                theme,
                new MigLayout("insets " + inset + ", gap " + theme.mm(5), "[][grow]", "[center]"),
                greeted.isPresent() ? Palette.GOOD_TINT : Palette.PRIMARY_TINT);
        note.add(
                greeted.isPresent()
                        ? theme.picture(LineIcon.CHECK, 11, Palette.GOOD)
                        : theme.picture(LineIcon.ID_CARD, 11, Palette.PRIMARY));
        String key = greeted.map(somebody -> "menu.card." + somebody.card()).orElse("menu.card.none");
        note.add(theme.words(theme.text(key), TextSize.BODY, Palette.TEXT, side - 2 * inset - theme.mm(16)));
        return note;
    }

    private JComponent open(ServiceId service, Consumer<CitizenAction> actions) {
        int inset = theme.mm(12);
        int wrap = width - 2 * inset - theme.mm(44 + 10 + 18 + 2);
        String title = theme.text(service.key("tile"));
        ChoiceCard card = ChoiceCard.great(
                theme,
                title,
                new MigLayout(
                        "insets " + theme.mm(26) + " " + inset + " " + theme.mm(26) + " " + inset + ", gap 0",
                        "[]" + theme.mm(10) + "[grow][]",
                        "[bottom]" + theme.mm(2) + "[top]"),
                () -> actions.accept(new VisitAction.ChooseService(service)));
        card.add(theme.serviceOnDisc(service, 44, Palette.PRIMARY, Palette.SURFACE), "spany 2, ay center");
        card.add(theme.words(title, TextSize.TITLE, Palette.SURFACE, wrap));
        card.add(theme.picture(LineIcon.FORWARD, 18, Palette.SURFACE), "spany 2, ay center, wrap");
        card.add(theme.words(theme.text(service.key("tile.hint")), TextSize.LEAD, Palette.SURFACE, wrap));
        return card;
    }

    private JComponent closed(ServiceId service, DisplayedError error) {
        int inset = theme.mm(12);
        int wrap = width - 2 * inset - theme.mm(36 + 10);
        SurfacePanel card = SurfacePanel.white(
                theme, new MigLayout("insets " + inset + ", gap 0, wrap 2", "[]" + theme.mm(10) + "[grow]"));
        card.add(theme.serviceOnDisc(service, 36, Palette.QUIET, Palette.GROUND), "spany 2, ay center");
        card.add(theme.words(theme.text(service.key("tile")), TextSize.TITLE, Palette.QUIET, wrap));
        card.add(theme.words(theme.text(service.key("tile.hint")), TextSize.LEAD, Palette.QUIET, wrap));
        card.add(ErrorText.notice(theme, error, width - 2 * inset), "newline, spanx 2, growx, gaptop " + theme.mm(8));
        return card;
    }
}
