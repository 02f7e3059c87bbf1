package org.yici.view.kit;

import java.awt.Color;
import net.miginfocom.swing.MigLayout;

/** Says calmly that something cannot be done now: what happened, what to do, the short code for staff. */
public final class NoticePanel {
    private NoticePanel() {}

    /** @param widthPx how wide it is at most */
    public static SurfacePanel of(Theme theme, String sentence, String remedy, String code, int widthPx) {
        return of(theme, LineIcon.WARNING, Palette.WARNING, Palette.WARNING_TINT, sentence, remedy, code, widthPx);
    }

    private static SurfacePanel of(
            Theme theme,
            LineIcon icon,
            Color color,
            Color tint,
            String sentence,
            String remedy,
            String code,
            int widthPx) {
        int inset = theme.mm(7);
        int iconMm = 15;
        int wrap = widthPx - 2 * inset - theme.mm(iconMm) - theme.mm(6);
        SurfacePanel surface = SurfacePanel.tinted(
                theme,
                new MigLayout(
                        "insets " + inset + ", gapx " + theme.mm(6) + ", gapy " + theme.mm(1.5) + ", wrap 2",
                        "[][grow]"),
                tint);
        surface.add(theme.picture(icon, iconMm, color), "spany, top");
        surface.add(theme.words(sentence, TextSize.KEY, color, wrap));
        surface.add(theme.words(remedy, TextSize.BODY, Palette.TEXT, wrap));
        surface.add(theme.words(code, TextSize.CAPTION, Palette.QUIET, wrap));
        return surface;
    }
}
