package org.yici.view.kit;

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

    /** The least height of a character's ink: 0.7 degrees seen from 600 mm, EN 301 549. */
    public static final double TEXT_MM = 7.3;

    private static final double REFERENCE_MM = 330;

    /** The least distance between two things that are touched. */
    public static final double TARGET_GAP_MM = 3;

    /**
     * Pixels of a length that was chosen on a panel of 27 inches. A smaller panel has less room and takes all lengths down with it;
     * what may never be smaller is asked for with {@link #atLeastMm}.
     */
    public int mm(double millimetres) {
        return (int) Math.round(millimetres * shrink() / pitchMm);
    }

    /** Like {@link #mm}, but on any panel at least {@code leastMm} millimetres. */
    public int atLeastMm(double millimetres, double leastMm) {
        return Math.max(mm(millimetres), (int) Math.ceil(leastMm / pitchMm));
    }

    /** 1 on a panel whose shorter side has 330 mm or more, less on smaller ones. */
    double shrink() {
        return Math.min(1, Math.min(widthPx, heightPx) * pitchMm / REFERENCE_MM);
    }

    public boolean portrait() {
        return heightPx >= widthPx;
    }

    /** From the panel's edge to the content. */
    public int margin() {
        return Math.min(mm(22), (int) Math.round(Math.min(widthPx, heightPx) * 0.068));
    }

    /** Width that words may take: all of an upright panel, the larger of two columns of a wide one. */
    public int column() {
        return portrait() ? widthPx - 2 * margin() : (int) Math.round((widthPx - 4 * margin()) * 0.55);
    }

    /** Width beside the words: all of an upright panel, the smaller of two columns of a wide one. */
    public int sideColumn() {
        return portrait() ? column() : widthPx - 4 * margin() - column();
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
        return Math.max((int) Math.round(heightPx * 0.12), atLeastMm(0, TARGET_MM + 2 * TARGET_GAP_MM));
    }

    public int middle() {
        return heightPx - topBand() - bottomBand();
    }
}
