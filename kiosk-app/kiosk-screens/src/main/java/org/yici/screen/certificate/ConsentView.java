package org.yici.screen.certificate;

import java.util.function.Consumer;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.screen.kit.KioskButton;
import org.yici.screen.kit.LineIcon;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.Surface;
import org.yici.screen.kit.TextSize;

/** What will be done with the data, in plain words, before anything is asked for. */
public final class ConsentView extends Page {
    public ConsentView(Look look, Screen.Consent screen, Consumer<Touch> touches) {
        super(Heading.layout(look));
        int full = look.measure().fullWidth();
        add(look.words(look.text("consent.title"), TextSize.TITLE, Palette.TEXT, full));
        add(look.words(screen.title(), TextSize.LEAD, Palette.QUIET, full), "gaptop " + look.mm(3));
        add(sentences(look, screen, full), "growx, gaptop " + look.mm(look.portrait() ? 14 : 6));
        add(
                new KioskButton(
                        look,
                        KioskButton.Rank.MAIN,
                        look.text("key.agree"),
                        LineIcon.CHECK,
                        () -> touches.accept(new Touch.Agree())),
                "growx, pushy, bottom");
    }

    private static Surface sentences(Look look, Screen.Consent screen, int full) {
        int inset = look.mm(look.portrait() ? 11 : 7);
        int gap = look.mm(look.portrait() ? 8 : 3);
        int wrap = full - 2 * inset - look.mm(13 + 6);
        Surface card = Surface.white(
                look,
                new MigLayout("insets " + inset + ", gapx " + look.mm(6) + ", gapy " + gap + ", wrap 2", "[][grow]"));
        for (String sentence : screen.sentences()) {
            card.add(look.onDisc(LineIcon.CHECK, 13, Palette.PRIMARY, Palette.PRIMARY_TINT), "top");
            card.add(
                    look.words(sentence, look.portrait() ? TextSize.LEAD : TextSize.BODY, Palette.TEXT, wrap), "growx");
        }
        return card;
    }
}
