package org.yici.view.certificate;

import net.miginfocom.swing.MigLayout;
import org.yici.view.kit.Theme;

/** Where the title of a page with a list begins, the same on all of them. */
final class Heading {
    private Heading() {}

    static MigLayout layout(Theme theme) {
        int margin = theme.measure().margin();
        int top = theme.mm(theme.portrait() ? 20 : 8);
        int bottom = theme.mm(theme.portrait() ? 14 : 7);
        return new MigLayout(
                "insets " + top + " " + margin + " " + bottom + " " + margin + ", gap 0, wrap 1, fillx", "[grow]");
    }
}
