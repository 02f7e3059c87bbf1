package org.yici.view.error;

import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.kiosk.error.DisplayedError;
import org.yici.view.kit.NoticePanel;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.SurfacePanel;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** An error as words: the same sentence, remedy and code wherever it is shown. */
public final class ErrorText {
    private ErrorText() {}

    /** What staff ask for: the code and, if there is one, the reference. */
    public static String code(Theme theme, DisplayedError error) {
        return error.reference().isEmpty()
                ? theme.text("error.code", error.code().code())
                : theme.text("error.code.reference", error.code().code(), error.reference());
    }

    /** All of it as a calm notice of {@code widthPx}. */
    public static SurfacePanel notice(Theme theme, DisplayedError error, int widthPx) {
        return NoticePanel.of(theme, sentence(theme, error), remedy(theme, error), code(theme, error), widthPx);
    }

    /** What happened. */
    static String sentence(Theme theme, DisplayedError error) {
        return theme.text("error." + error.code().code() + ".title");
    }

    /** What the citizen can do now. */
    static String remedy(Theme theme, DisplayedError error) {
        return theme.text("error." + error.code().code() + ".remedy");
    }

    /** What happened, as a title: without the full stop. */
    static String title(Theme theme, DisplayedError error) {
        String sentence = sentence(theme, error);
        return sentence.endsWith("。") || sentence.endsWith(".")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
    }

    static JComponent chip(Theme theme, DisplayedError error) {
        SurfacePanel chip = SurfacePanel.tinted(
                theme,
                new MigLayout("insets " + theme.mm(2) + " " + theme.mm(6) + " " + theme.mm(2) + " " + theme.mm(6)),
                Palette.LINE);
        chip.add(theme.words(
                code(theme, error), TextSize.BODY, Palette.TEXT, theme.measure().column() - theme.mm(12)));
        Page row = new Page(new MigLayout("insets 0, fillx", theme.portrait() ? "[center]" : "[left]"));
        row.add(chip);
        return row;
    }
}
