package org.yici.code;

import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yici.code.PositionPatterns.Limit;
import org.yici.code.PositionPatterns.Reached;

/** QR codes by ZXing, which finds one at a time: what was found is painted over and the rest looked at again. */
final class QrByZxing {
    /** Position patterns beside the codes found, from which on there may be a further code: one may be hidden. */
    private static final int PATTERNS_OF_A_CODE = 2;

    private QrByZxing() {}

    /** Paints into {@code black}. */
    static Looked look(BitMatrix black, Deadline deadline) {
        List<DecodedCode> found = new ArrayList<>();
        boolean more = true;
        try {
            while (more) {
                Limit limit = new Limit(deadline);
                DetectorResult seen =
                        new Detector(black).detect(Map.of(DecodeHintType.NEED_RESULT_POINT_CALLBACK, limit));
                Optional<DecodedCode> code = read(seen);
                if (code.isEmpty()) {
                    break;
                }
                found.add(code.get());
                more = anyBeside(code.get(), black, deadline);
                if (more) {
                    paint(black, code.get().corners());
                }
            }
        } catch (ReaderException | Reached e) {
            // Nothing further that ZXing can read.
        }
        return new Looked(found, more);
    }

    private static boolean anyBeside(DecodedCode code, BitMatrix black, Deadline deadline) {
        Rectangle around = around(area(code.corners()), black);
        return PositionPatterns.beside(around, black, new Limit(deadline)).size() >= PATTERNS_OF_A_CODE;
    }

    private static Rectangle around(Polygon area, BitMatrix black) {
        return area.getBounds().intersection(new Rectangle(black.getWidth(), black.getHeight()));
    }

    private static Optional<DecodedCode> read(DetectorResult seen) throws ReaderException {
        DecoderResult decoded = new Decoder().decode(seen.getBits());
        int size = seen.getBits().getHeight();
        List<Point2D> corners = corners(seen.getPoints(), size);
        return QrContent.of(decoded.getRawBytes(), (size - 17) / 4)
                .map(content -> new DecodedCode(content.text(), content.bytes(), CodeFormat.QR_CODE, corners));
    }

    /** From the middles of the position patterns and, if seen, of the last alignment pattern. */
    private static List<Point2D> corners(ResultPoint[] points, int size) {
        ResultPoint down = points[0];
        ResultPoint corner = points[1];
        ResultPoint right = points[2];
        boolean aligned = points.length > 3;
        float far = size - 3.5f;
        float last = aligned ? size - 6.5f : far;
        float lastX = aligned ? points[3].getX() : right.getX() - corner.getX() + down.getX();
        float lastY = aligned ? points[3].getY() : right.getY() - corner.getY() + down.getY();
        float[] places = {0, 0, size, 0, size, size, 0, size};
        PerspectiveTransform.quadrilateralToQuadrilateral(
                        3.5f,
                        3.5f,
                        far,
                        3.5f,
                        last,
                        last,
                        3.5f,
                        far,
                        corner.getX(),
                        corner.getY(),
                        right.getX(),
                        right.getY(),
                        lastX,
                        lastY,
                        down.getX(),
                        down.getY())
                .transformPoints(places);
        List<Point2D> corners = new ArrayList<>();
        for (int i = 0; i < places.length; i += 2) {
            corners.add(new Point2D.Double(places[i], places[i + 1]));
        }
        return corners;
    }

    private static Polygon area(List<Point2D> corners) {
        Polygon area = new Polygon();
        for (Point2D corner : corners) {
            area.addPoint((int) Math.round(corner.getX()), (int) Math.round(corner.getY()));
        }
        return area;
    }

    private static void paint(BitMatrix black, List<Point2D> corners) {
        Polygon area = area(corners);
        Rectangle around = around(area, black);
        for (int y = around.y; y < around.y + around.height; y++) {
            for (int x = around.x; x < around.x + around.width; x++) {
                if (area.contains(x, y)) {
                    black.unset(x, y);
                }
            }
        }
    }
}
