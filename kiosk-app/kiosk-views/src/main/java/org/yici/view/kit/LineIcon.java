package org.yici.view.kit;

import java.util.Locale;

/** The one family of line icons; each is a drawing in {@code org/yici/view/icons}. */
public enum LineIcon {
    EMBLEM,
    CERTIFICATE,
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
        return "org/yici/view/icons/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }
}
