package org.yici.device;

import java.util.Locale;

/** Sizes of cut sheets (ISO 216), in millimetres. */
public enum PaperSize {
    A4(210, 297),
    A5(148, 210);

    private final int width;
    private final int height;

    PaperSize(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The shorter side, in millimetres. */
    public int width() {
        return width;
    }

    /** The longer side, in millimetres. */
    public int height() {
        return height;
    }

    /** Its self-describing name, as printers call it (PWG 5101.1): {@code iso_a4_210x297mm}. */
    public String mediaName() {
        return String.format(Locale.ROOT, "iso_%s_%dx%dmm", name().toLowerCase(Locale.ROOT), width, height);
    }
}
