package org.yici.view.idle;

import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.kiosk.service.ServiceTile;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.visit.VisitAction;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.view.error.ErrorText;
import org.yici.view.kit.ChoiceCard;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.SurfacePanel;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** Invites to lay the card down or to touch a service, and says calmly what cannot be done here now. */
public final class IdleView extends Page {
    private final transient Theme theme;
    private final transient Consumer<CitizenAction> actions;
    private final int width;

    public IdleView(Theme theme, VisitScreen.Idle screen, Consumer<CitizenAction> actions) {
        this.theme = theme;
        this.actions = actions;
        this.width = theme.measure().column();
        IllustrationLayout layout = CardInvitation.of(theme, screen.cards());
        screen.cardRefused()
                .ifPresentOrElse(
                        refused -> layout.body(ErrorText.notice(theme, refused, width)),
                        () -> screen.services().forEach(tile -> layout.body(service(tile))));
        layout.on(this);
    }

    private JComponent service(ServiceTile tile) {
        int inset = theme.mm(10);
        MigLayout layout = new MigLayout("insets " + inset + ", gapx " + theme.mm(8) + ", gapy 0", "[][grow][]");
        String title = theme.text(tile.service().key("tile"));
        JComponent card = tile.available()
                ? ChoiceCard.white(
                        theme, title, layout, () -> actions.accept(new VisitAction.ChooseService(tile.service())))
                : SurfacePanel.white(theme, layout);
        int wrap = width - 2 * inset - theme.mm(30 + 8 + 14 + 8);
        card.add(theme.serviceOnDisc(tile.service(), 30, Palette.PRIMARY, Palette.PRIMARY_TINT), "spany 2, ay center");
        card.add(theme.words(title, TextSize.HEADING, Palette.TEXT, wrap), tile.available() ? "" : "wrap");
        if (tile.available()) {
            card.add(theme.picture(LineIcon.FORWARD, 14, Palette.PRIMARY), "spany 2, ay center, wrap");
        }
        card.add(theme.words(theme.text(tile.service().key("tile.hint")), TextSize.LEAD, Palette.QUIET, wrap), "wrap");
        tile.notNow()
                .ifPresentOrElse(
                        error -> card.add(
                                ErrorText.notice(theme, error, width - 2 * inset),
                                "spanx, growx, gaptop " + theme.mm(6)),
                        () -> card.add(available(wrap), "skip 1, gaptop " + theme.mm(2)));
        return card;
    }

    private JComponent available(int wrap) {
        Page row = new Page(new MigLayout("insets 0, gap " + theme.mm(2.5), "[][]", "[center]"));
        row.add(theme.picture(LineIcon.CHECK, 9, Palette.GOOD));
        row.add(theme.words(theme.text("idle.available"), TextSize.BODY_STRONG, Palette.GOOD, wrap));
        return row;
    }
}
