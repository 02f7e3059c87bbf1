package org.yici.view.kit;

/** Steps of the typographic scale, by the height of a Chinese character's ink in millimetres. */
public enum TextSize {
    CAPTION(7.3, 0, 1.5),
    BODY(8.6, 0, 1.5),
    BODY_STRONG(8.6, 0.024, 1.5),
    LEAD(10.4, 0, 1.45),
    KEY(10.0, 0.024, 1.35),
    HEADING(13.0, 0.026, 1.35),
    TITLE(18.0, 0.026, 1.3),
    HERO(23.0, 0.026, 1.3),
    CLOCK(12.0, 0.016, 1.2);

    final double inkMm;
    /** Thickness of the line drawn around the glyphs, of the font size: the faces have one weight. */
    final double weight;

    final double lineSpacing;

    TextSize(double inkMm, double weight, double lineSpacing) {
        this.inkMm = inkMm;
        this.weight = weight;
        this.lineSpacing = lineSpacing;
    }
}
