package org.yici.screen.kit;

import java.awt.Color;
import net.miginfocom.swing.MigLayout;

/** Says calmly that something cannot be done now: what happened, what to do, the short code for staff. */
public final class Notice {
    private Notice() {}

    /** @param widthPx how wide it is at most */
    public static Surface of(Look look, String sentence, String remedy, String code, int widthPx) {
        return of(look, LineIcon.WARNING, Palette.WARNING, Palette.WARNING_TINT, sentence, remedy, code, widthPx);
    }

    private static Surface of(
            Look look,
            LineIcon icon,
            Color color,
            Color tint,
            String sentence,
            String remedy,
            String code,
            int widthPx) {
        int inset = look.mm(7);
        int iconMm = 15;
        int wrap = widthPx - 2 * inset - look.mm(iconMm) - look.mm(6);
        Surface surface = Surface.tinted(
                look,
                new MigLayout(
                        "insets " + inset + ", gapx " + look.mm(6) + ", gapy " + look.mm(1.5) + ", wrap 2", "[][grow]"),
                tint);
        surface.add(look.picture(icon, iconMm, color), "spany, top");
        surface.add(look.words(sentence, TextSize.KEY, color, wrap));
        surface.add(look.words(remedy, TextSize.BODY, Palette.TEXT, wrap));
        surface.add(look.words(code, TextSize.CAPTION, Palette.QUIET, wrap));
        return surface;
    }
}
