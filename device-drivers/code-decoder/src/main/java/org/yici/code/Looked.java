package org.yici.code;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.List;

/**
 * What one look at a picture gave.
 *
 * @param codes in pixels of the picture looked at
 * @param more whether something that looks like a further code is left
 */
record Looked(List<DecodedCode> codes, boolean more) {
    static final Looked NOTHING = new Looked(List.of(), false);

    Looked {
        codes = List.copyOf(codes);
    }

    Looked scaled(double factor) {
        return moved(AffineTransform.getScaleInstance(factor, factor));
    }

    /** The same in another picture. */
    Looked moved(AffineTransform to) {
        return new Looked(codes.stream().map(code -> moved(code, to)).toList(), more);
    }

    private static DecodedCode moved(DecodedCode code, AffineTransform to) {
        List<Point2D> corners = code.corners().stream()
                .map(corner -> to.transform(corner, null))
                .toList();
        return new DecodedCode(code.text(), code.bytes(), code.format(), corners);
    }
}
