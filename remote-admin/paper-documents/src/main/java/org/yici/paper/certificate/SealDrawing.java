package org.yici.paper.certificate;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yici.paper.font.PaperFace;

/**
 * The round seal as a picture: the ring's letters are set here as outlines, so that the SVG needs no font; all else is in the
 * template. The drawing has 420 units to 42 mm, its centre at 0,0.
 */
final class SealDrawing {
    private static final double RING_RADIUS = 157;
    private static final double LETTER_WIDTH = 44;
    private static final double LETTER_HEIGHT = 56;
    private static final double WIDEST_STEP = Math.toRadians(21);
    private static final double WIDEST_RING = Math.toRadians(270);

    private final CertificateTemplate template;
    private final PaperFace face;

    SealDrawing(CertificateTemplate template, PaperFace face) {
        this.template = template;
        this.face = face;
    }

    /** The seal as a {@code data:} address. */
    String dataUri(String ring) throws IOException {
        List<String> outlines = new ArrayList<>();
        addRing(ring.codePoints().toArray(), outlines);
        String svg = template.seal(Map.of("letters", outlines));
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    private void addRing(int[] letters, List<String> outlines) throws IOException {
        double step = Math.min(WIDEST_STEP, WIDEST_RING / letters.length);
        double narrowing = step / WIDEST_STEP;
        for (int i = 0; i < letters.length; i++) {
            AffineTransform place = AffineTransform.getRotateInstance((i - (letters.length - 1) / 2.0) * step);
            place.translate(0, -RING_RADIUS);
            outlines.add(letter(letters[i], Math.max(26, LETTER_WIDTH * narrowing), LETTER_HEIGHT, place));
        }
    }

    /** The letter in a box of the given size around the origin of {@code place}. */
    private String letter(int codePoint, double width, double height, AffineTransform place) throws IOException {
        GeneralPath outline = face.outline(codePoint);
        double em = face.unitsPerEm();
        Rectangle2D box = new Rectangle2D.Double(0, -0.12 * em, em, em);
        AffineTransform all = new AffineTransform(place);
        all.scale(width / em, -height / em);
        all.translate(-box.getCenterX(), -box.getCenterY());
        return pathData(all.createTransformedShape(outline));
    }

    private static String pathData(Shape shape) {
        StringBuilder data = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> append(data, 'M', at, 2);
                case PathIterator.SEG_LINETO -> append(data, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> append(data, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> append(data, 'C', at, 6);
                default -> data.append('Z');
            }
        }
        return data.toString();
    }

    private static void append(StringBuilder data, char command, double[] at, int count) {
        data.append(command);
        for (int i = 0; i < count; i++) {
            data.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.2f", at[i]));
        }
    }
}
