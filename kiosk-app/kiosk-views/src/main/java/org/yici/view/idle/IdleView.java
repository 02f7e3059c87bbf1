package org.yici.view.idle;

import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.kiosk.ui.Screen;
import org.yici.view.error.ErrorText;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.SurfacePanel;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** Invites to lay the card down, says what can be done here, and calmly what cannot. */
public final class IdleView extends Page {
    private final transient Theme theme;
    private final int width;

    public IdleView(Theme theme, Screen.Idle screen) {
        this.theme = theme;
        this.width = theme.measure().column();
        boolean pad = screen.cards().contains(Screen.Card.IDENTITY_CARD);
        boolean slot = screen.cards().contains(Screen.Card.SOCIAL_SECURITY_CARD);
        IllustrationLayout hero =
                new IllustrationLayout(theme, pad ? new CardOnPadAnimation(theme) : new CardInSlotAnimation(theme));
        if (pad) {
            head(hero, "idle.title", "idle.how");
            if (slot) {
                hero.head(theme.words(theme.text("idle.also"), TextSize.HEADING, Palette.PRIMARY));
            }
        } else {
            head(hero, "idle.slot.title", "idle.slot.how");
            hero.head(theme.words(theme.text("idle.slot.only"), TextSize.LEAD, Palette.QUIET));
        }
        screen.cardRefused()
                .ifPresentOrElse(
                        refused -> hero.body(ErrorText.notice(theme, refused, width)),
                        () -> hero.body(service(screen)));
        hero.on(this);
    }

    private void head(IllustrationLayout hero, String title, String how) {
        hero.head(
                theme.words(theme.text(title), TextSize.HERO, Palette.TEXT),
                theme.words(theme.text(how), TextSize.HEADING, Palette.QUIET));
    }

    private JComponent service(Screen.Idle screen) {
        int inset = theme.mm(10);
        int wrap = width - 2 * inset - theme.mm(30 + 8);
        SurfacePanel card = SurfacePanel.white(
                theme, new MigLayout("insets " + inset + ", gapx " + theme.mm(8) + ", gapy 0, wrap 2", "[][grow]"));
        card.add(theme.onDisc(LineIcon.CERTIFICATE, 30, Palette.PRIMARY, Palette.PRIMARY_TINT), "spany 2, ay center");
        card.add(theme.words(theme.text("service.certificates"), TextSize.HEADING, Palette.TEXT, wrap));
        card.add(theme.words(theme.text("service.certificates.kinds"), TextSize.LEAD, Palette.QUIET, wrap));
        screen.certificates()
                .ifPresentOrElse(
                        error -> card.add(
                                ErrorText.notice(theme, error, width - 2 * inset),
                                "newline, spanx, growx, gaptop " + theme.mm(6)),
                        () -> card.add(here(wrap), "newline, skip 1, gaptop " + theme.mm(2)));
        return card;
    }

    private JComponent here(int wrap) {
        Page row = new Page(new MigLayout("insets 0, gap " + theme.mm(2.5), "[][]", "[center]"));
        row.add(theme.picture(LineIcon.CHECK, 9, Palette.GOOD));
        row.add(theme.words(theme.text("service.here"), TextSize.BODY_STRONG, Palette.GOOD, wrap));
        return row;
    }
}
