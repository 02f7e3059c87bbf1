package org.yici.code;

import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.yici.device.TextOfCode;

/**
 * A code found in a picture. Equal by content, format and place. Immutable, so for any thread.
 *
 * @param text what it says, see {@link TextOfCode}
 * @param bytes what a scanner would send for it: the bytes as they stand in the symbol, without ECI and without AIM identifier
 * @param corners of a QR code the four corners without the quiet zone, clockwise in the picture, from the one at the position pattern between the
 *     other two; of other formats what the decoder saw, two points at least. In pixels of the picture as given, from its upper left
 *     corner. Accurate to about a module; of an extrapolated corner less, and it may lie outside of the picture.
 */
public record DecodedCode(String text, byte[] bytes, CodeFormat format, List<Point2D> corners) {
    public DecodedCode {
        Objects.requireNonNull(text);
        bytes = bytes.clone();
        corners = corners.stream().map(DecodedCode::copy).toList();
    }

    private static Point2D copy(Point2D point) {
        return new Point2D.Double(point.getX(), point.getY());
    }

    /** A copy. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Copies, since points can be moved. */
    @Override
    public List<Point2D> corners() {
        return corners.stream().map(DecodedCode::copy).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DecodedCode code
                && text.equals(code.text)
                && Arrays.equals(bytes, code.bytes)
                && format == code.format
                && corners.equals(code.corners);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, Arrays.hashCode(bytes), format, corners);
    }

    /** Nothing of the content, which may be personal. */
    @Override
    public String toString() {
        return "%s of %d bytes".formatted(format, bytes.length);
    }
}
