package org.yici.bench.printer;

/**
 * Where a page comes to lie on the paper, by {@code print-scaling} "auto" of PWG 5100.13: a page larger than the paper is made to fit the
 * printable area, a smaller one stays as it is, in the middle. A page that lies across is put on paper that lies across.
 *
 * @param width of the paper as the page lies on it, in millimetres
 * @param scale at most 1
 * @param left of the page on the paper, in millimetres
 */
record Placement(double width, double height, double scale, double left, double top) {
    /** The margins that the printer names, 4.23 mm. */
    private static final double MARGIN = 4.23;

    /** Sizes as near as this are the same: points and pixels are not whole millimetres. */
    private static final double NEAR = 1;

    /** A page of so many millimetres. */
    static Placement of(double width, double height, Medium medium) {
        boolean across = width > height;
        double paperWidth = across ? medium.height() : medium.width();
        double paperHeight = across ? medium.width() : medium.height();
        if (Math.abs(width - paperWidth) <= NEAR && Math.abs(height - paperHeight) <= NEAR) {
            return new Placement(width, height, 1, 0, 0);
        }
        boolean larger = width > paperWidth + NEAR || height > paperHeight + NEAR;
        double fit = Math.min((paperWidth - 2 * MARGIN) / width, (paperHeight - 2 * MARGIN) / height);
        double scale = larger ? Math.min(1, fit) : 1;
        return new Placement(
                paperWidth, paperHeight, scale, (paperWidth - scale * width) / 2, (paperHeight - scale * height) / 2);
    }

    /** Whether the page fills the paper as it is. */
    boolean isExact() {
        return scale == 1 && left == 0 && top == 0;
    }
}
