package org.yici.screen.certificate;

import net.miginfocom.swing.MigLayout;
import org.yici.screen.kit.Look;

/** Where the title of a page with a list begins, the same on all of them. */
final class Heading {
    private Heading() {}

    static MigLayout layout(Look look) {
        int margin = look.measure().margin();
        int top = look.mm(look.portrait() ? 20 : 8);
        int bottom = look.mm(look.portrait() ? 14 : 7);
        return new MigLayout(
                "insets " + top + " " + margin + " " + bottom + " " + margin + ", gap 0, wrap 1, fillx", "[grow]");
    }
}
