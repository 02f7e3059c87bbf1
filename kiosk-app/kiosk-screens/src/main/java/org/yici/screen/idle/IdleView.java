package org.yici.screen.idle;

import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Screen;
import org.yici.screen.kit.Hero;
import org.yici.screen.kit.LineIcon;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.Surface;
import org.yici.screen.kit.TextSize;
import org.yici.screen.trouble.TroubleWords;

/** Invites to lay the card down, says what can be done here, and calmly what cannot. */
public final class IdleView extends Page {
    private final transient Look look;
    private final int width;

    public IdleView(Look look, Screen.Idle screen) {
        this.look = look;
        this.width = look.measure().column();
        boolean pad = screen.cards().contains(Screen.Card.IDENTITY_CARD);
        boolean slot = screen.cards().contains(Screen.Card.SOCIAL_SECURITY_CARD);
        Hero hero = new Hero(look, pad ? new CardOnPad(look) : new CardInSlot(look));
        if (pad) {
            head(hero, "idle.title", "idle.how");
            if (slot) {
                hero.head(look.words(look.text("idle.also"), TextSize.HEADING, Palette.PRIMARY));
            }
        } else {
            head(hero, "idle.slot.title", "idle.slot.how");
            hero.head(look.words(look.text("idle.slot.only"), TextSize.LEAD, Palette.QUIET));
        }
        screen.cardRefused()
                .ifPresentOrElse(
                        refused -> hero.body(TroubleWords.notice(look, refused, width)),
                        () -> hero.body(service(screen)));
        hero.on(this);
    }

    private void head(Hero hero, String title, String how) {
        hero.head(
                look.words(look.text(title), TextSize.HERO, Palette.TEXT),
                look.words(look.text(how), TextSize.HEADING, Palette.QUIET));
    }

    private JComponent service(Screen.Idle screen) {
        int inset = look.mm(10);
        int wrap = width - 2 * inset - look.mm(30 + 8);
        Surface card = Surface.white(
                look, new MigLayout("insets " + inset + ", gapx " + look.mm(8) + ", gapy 0, wrap 2", "[][grow]"));
        card.add(look.onDisc(LineIcon.CERTIFICATE, 30, Palette.PRIMARY, Palette.PRIMARY_TINT), "spany 2, ay center");
        card.add(look.words(look.text("service.certificates"), TextSize.HEADING, Palette.TEXT, wrap));
        card.add(look.words(look.text("service.certificates.kinds"), TextSize.LEAD, Palette.QUIET, wrap));
        screen.certificates()
                .ifPresentOrElse(
                        trouble -> card.add(
                                TroubleWords.notice(look, trouble, width - 2 * inset),
                                "newline, spanx, growx, gaptop " + look.mm(6)),
                        () -> card.add(here(wrap), "newline, skip 1, gaptop " + look.mm(2)));
        return card;
    }

    private JComponent here(int wrap) {
        Page row = new Page(new MigLayout("insets 0, gap " + look.mm(2.5), "[][]", "[center]"));
        row.add(look.picture(LineIcon.CHECK, 9, Palette.GOOD));
        row.add(look.words(look.text("service.here"), TextSize.BODY_STRONG, Palette.GOOD, wrap));
        return row;
    }
}
