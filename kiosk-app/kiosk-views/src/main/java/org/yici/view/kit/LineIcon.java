package org.yici.view.kit;

import java.util.Locale;

/** The one family of line icons; each is a drawing in {@code org/yici/view/icons}. */
public enum LineIcon {
    EMBLEM,
    CERTIFICATES,
    ID_CARD,
    PAPER,
    PRINTER,
    SEAL,
    SHIELD,
    SEARCH,
    CHECK,
    INFO,
    WARNING,
    PAUSE,
    BACK,
    FORWARD,
    LEAVE,
    CLOCK,
    RETRY,
    TRAY;

    String resource() {
        return resource(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The drawing of this name, such as a service's id. */
    static String resource(String name) {
        return "org/yici/view/icons/" + name + ".svg";
    }
}
