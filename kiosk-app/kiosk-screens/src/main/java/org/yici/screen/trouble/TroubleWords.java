package org.yici.screen.trouble;

import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Trouble;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Notice;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.Surface;
import org.yici.screen.kit.TextSize;

/** A trouble as words: the same sentence, remedy and code wherever it is shown. */
public final class TroubleWords {
    private TroubleWords() {}

    /** What staff ask for: the code and, if there is one, the reference. */
    public static String code(Look look, Trouble trouble) {
        return trouble.reference().isEmpty()
                ? look.text("trouble.code", trouble.code().code())
                : look.text("trouble.code.reference", trouble.code().code(), trouble.reference());
    }

    /** All of it as a calm notice of {@code widthPx}. */
    public static Surface notice(Look look, Trouble trouble, int widthPx) {
        return Notice.of(look, trouble.code().sentence(), trouble.code().remedy(), code(look, trouble), widthPx);
    }

    /** What happened, as a title: without the full stop. */
    static String title(Trouble trouble) {
        String sentence = trouble.code().sentence();
        return sentence.endsWith("。") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    static JComponent chip(Look look, Trouble trouble) {
        Surface chip = Surface.tinted(
                look,
                new MigLayout("insets " + look.mm(2) + " " + look.mm(6) + " " + look.mm(2) + " " + look.mm(6)),
                Palette.LINE);
        chip.add(look.words(
                code(look, trouble), TextSize.BODY, Palette.TEXT, look.measure().column() - look.mm(12)));
        Page row = new Page(new MigLayout("insets 0, fillx", look.portrait() ? "[center]" : "[left]"));
        row.add(chip);
        return row;
    }
}
