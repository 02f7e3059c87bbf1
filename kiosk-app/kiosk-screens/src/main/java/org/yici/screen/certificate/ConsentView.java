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
    private final transient Look look;
    private final transient Screen.Consent screen;
    private final transient Consumer<Touch> touches;

    public ConsentView(Look look, Screen.Consent screen, Consumer<Touch> touches) {
        super(Heading.layout(look));
        this.look = look;
        this.screen = screen;
        this.touches = touches;
        lay(TextSize.LEAD);
        if (getPreferredSize().height > look.measure().middle()) {
            removeAll();
            lay(TextSize.CAPTION);
        }
    }

    private void lay(TextSize size) {
        int full = look.measure().fullWidth();
        add(look.words(look.text("consent.title"), TextSize.TITLE, Palette.TEXT, full));
        add(look.words(screen.title(), TextSize.LEAD, Palette.QUIET, full), "gaptop " + look.mm(2));
        add(sentences(size, full), "growx, gaptop " + look.mm(look.portrait() ? 14 : 6));
        KioskButton agree = new KioskButton(
                look,
                KioskButton.Rank.MAIN,
                look.text("key.agree"),
                LineIcon.CHECK,
                () -> touches.accept(new Touch.Agree()));
        add(agree, "w " + look.measure().column() + "!, pushy, right, bottom, gaptop " + look.mm(4));
    }

    private Surface sentences(TextSize size, int full) {
        int inset = look.mm(look.portrait() ? 12 : 7);
        int gap = look.mm(look.portrait() ? 10 : 3);
        int wrap = full - 2 * inset - look.mm(14 + 7);
        Surface card = Surface.white(
                look,
                new MigLayout("insets " + inset + ", gapx " + look.mm(7) + ", gapy " + gap + ", wrap 2", "[][grow]"));
        for (String sentence : screen.sentences()) {
            card.add(
                    look.onDisc(LineIcon.CHECK, 14, Palette.PRIMARY, Palette.PRIMARY_TINT),
                    "top, gaptop " + look.mm(1.6));
            card.add(look.words(sentence, size, Palette.TEXT, wrap));
        }
        return card;
    }
}
