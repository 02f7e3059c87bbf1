package org.yici.device;

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
}
