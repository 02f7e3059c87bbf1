package org.yici.screen.idle;

import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Trouble;
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
    public IdleView(Look look, Screen.Idle screen) {
        int width = look.measure().column();
        Hero hero = new Hero(look, new CardOnPad(look))
                .head(
                        look.words(look.text("idle.title"), TextSize.HERO, Palette.TEXT),
                        look.words(look.text("idle.how"), TextSize.HEADING, Palette.QUIET));
        screen.cardRefused()
                .ifPresentOrElse(
                        refused -> hero.body(TroubleWords.notice(look, refused, width)),
                        () -> hero.body(service(look, screen, width)));
        hero.on(this);
    }

    private static JComponent service(Look look, Screen.Idle screen, int width) {
        int inset = look.mm(8);
        int wrap = width - 2 * inset - look.mm(32);
        Surface card = Surface.white(
                look,
                new MigLayout("insets " + inset + ", gapx " + look.mm(8) + ", gapy 0, wrap 2", "[][grow]", "[][]"));
        card.add(look.onDisc(LineIcon.CERTIFICATE, 24, Palette.PRIMARY, Palette.PRIMARY_TINT), "spany 2, center");
        card.add(look.words(look.text("service.certificates"), TextSize.HEADING, Palette.TEXT, wrap));
        card.add(look.words(look.text("service.certificates.kinds"), TextSize.BODY, Palette.QUIET, wrap));
        screen.certificates()
                .ifPresent(trouble -> card.add(
                        whyNot(look, trouble, width - 2 * inset), "newline, spanx, growx, gaptop " + look.mm(5)));
        return card;
    }

    private static Surface whyNot(Look look, Trouble trouble, int width) {
        return TroubleWords.notice(look, trouble, width);
    }
}
