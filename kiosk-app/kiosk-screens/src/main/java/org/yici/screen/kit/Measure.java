package org.yici.screen.kit;

/**
 * Millimetres to pixels, and the lengths that every screen shares.
 *
 * @param widthPx of the panel
 * @param heightPx of the panel
 * @param pitchMm millimetres from one pixel to the next
 */
public record Measure(int widthPx, int heightPx, double pitchMm) {
    /** The least side of anything that is touched, EN 301 549 and KS X 9211 taken together. */
    public static final double TARGET_MM = 15;

    /** The least distance between two things that are touched. */
    public static final double TARGET_GAP_MM = 3;

    public int mm(double millimetres) {
        return (int) Math.round(millimetres / pitchMm);
    }

    public boolean portrait() {
        return heightPx >= widthPx;
    }

    /** From the panel's edge to the content. */
    public int margin() {
        return Math.min(mm(22), (int) Math.round(Math.min(widthPx, heightPx) * 0.068));
    }

    /** Width that content may take: all of an upright panel, one of two columns of a wide one. */
    public int column() {
        return portrait() ? widthPx - 2 * margin() : (widthPx - 4 * margin()) / 2;
    }

    /** Width between the margins. */
    public int fullWidth() {
        return widthPx - 2 * margin();
    }

    /** 12 pixels on a panel 1080 wide. */
    public int corner() {
        return (int) Math.round(12.0 * Math.min(widthPx, heightPx) / 1080);
    }

    public int topBand() {
        return (int) Math.round(heightPx * 0.08);
    }

    public int bottomBand() {
        return Math.max((int) Math.round(heightPx * 0.12), mm(TARGET_MM + 2 * TARGET_GAP_MM));
    }

    public int middle() {
        return heightPx - topBand() - bottomBand();
    }
}
