package org.yici.paper.certificate;

/**
 * The strip at the foot of a certificate's first page which the sealed PDF leaves empty and on which a terminal prints the number of
 * the copy, its own name and the time.
 *
 * @param leftMm from the left edge of the page
 * @param bottomMm from the lower edge of the page
 */
public record CopyStrip(double leftMm, double bottomMm, double widthMm, double heightMm) {
    /** The strip of an A4 page (210 mm by 297 mm). */
    public static final CopyStrip A4 = new CopyStrip(25, 13, 160, 9);

    private static final double POINTS_PER_MM = 72 / 25.4;

    public float leftPt() {
        return (float) (leftMm * POINTS_PER_MM);
    }

    public float bottomPt() {
        return (float) (bottomMm * POINTS_PER_MM);
    }

    public float widthPt() {
        return (float) (widthMm * POINTS_PER_MM);
    }

    public float heightPt() {
        return (float) (heightMm * POINTS_PER_MM);
    }
}
