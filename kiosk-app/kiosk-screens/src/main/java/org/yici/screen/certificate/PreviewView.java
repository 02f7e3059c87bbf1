package org.yici.screen.certificate;

import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.screen.kit.KioskButton;
import org.yici.screen.kit.LineIcon;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.TextSize;
import org.yici.screen.kit.Words;

/** The certificate as it will come out of the printer. */
public final class PreviewView extends Page {
    private final transient Look look;
    private final transient Screen.Preview screen;
    private final PagePicture picture;

    public PreviewView(Look look, Screen.Preview screen, Consumer<Touch> touches) {
        this.look = look;
        this.screen = screen;
        this.picture = new PagePicture(look, screen.page(), look.text("preview.page", screen.title()));
        KioskButton print = new KioskButton(
                look,
                KioskButton.Rank.MAIN,
                look.text("key.print"),
                LineIcon.PRINTER,
                () -> touches.accept(new Touch.Print()));
        if (look.portrait()) {
            upright(print);
        } else {
            wide(print);
        }
    }

    /** How wide an upright A4 page can be on it, in pixels; once it is laid out. */
    public int pageWidthPx() {
        return picture.pageWidthPx();
    }

    private void upright(JComponent print) {
        setLayout(Heading.layout(look));
        add(title(look.measure().fullWidth()));
        add(picture, "push, grow, gaptop " + look.mm(9) + ", gapbottom " + look.mm(9));
        add(facts(look.measure().fullWidth()), "growx");
        add(print, "growx, gaptop " + look.mm(9));
    }

    private void wide(JComponent print) {
        int margin = look.measure().margin();
        int column = look.measure().column();
        setLayout(new MigLayout(
                "insets " + look.mm(7) + " " + margin + " " + look.mm(7) + " " + margin + ", gap 0, fill",
                "[grow]" + 2 * margin + "[" + column + "!]",
                "[grow, fill]"));
        Page side = new Page(
                new MigLayout("insets 0, gap 0, wrap 1, fillx", "[grow]", "push[][]" + look.mm(14) + "[]push"));
        side.add(title(column));
        side.add(facts(column), "growx, gaptop " + look.mm(10));
        side.add(print, "growx");
        add(picture, "grow");
        add(side, "grow");
    }

    private Words title(int width) {
        return look.words(screen.title(), TextSize.TITLE, Palette.TEXT, width);
    }

    private JComponent facts(int width) {
        int wrap = width - look.mm(16);
        Page facts = new Page(new MigLayout(
                "insets 0, gapx " + look.mm(5) + ", gapy " + look.mm(3) + ", wrap 2", "[][grow]", "[center]"));
        facts.add(look.picture(LineIcon.SEAL, 11, Palette.SEAL));
        facts.add(look.words(look.text("preview.sealed", screen.sealedBy()), TextSize.BODY, Palette.TEXT, wrap));
        facts.add(look.picture(LineIcon.PAPER, 11, Palette.QUIET));
        facts.add(look.words(look.text("preview.sheets", screen.sheets()), TextSize.BODY, Palette.TEXT, wrap));
        return facts;
    }
}
