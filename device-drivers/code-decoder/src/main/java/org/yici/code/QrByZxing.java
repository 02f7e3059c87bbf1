package org.yici.code;

import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.multi.qrcode.detector.MultiDetector;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yici.code.PositionPatterns.Limit;
import org.yici.code.PositionPatterns.Reached;

/** QR codes by ZXing: one as its plain search finds it and, if there are signs of others, those that its search for several finds. */
final class QrByZxing {
    /** Position patterns beside the codes found, from which on there may be a further code: one may be hidden. */
    private static final int PATTERNS_OF_A_CODE = 2;

    private QrByZxing() {}

    static Looked look(BitMatrix black, Deadline deadline) {
        List<DecodedCode> found = new ArrayList<>();
        try {
            read(new Detector(black).detect(limited(deadline)), found);
        } catch (ReaderException | Reached e) {
            // Not read.
        }
        if (found.isEmpty()) {
            return new Looked(found, true);
        }
        try {
            List<Point2D> beside = PositionPatterns.beside(around(found.get(0), black), black, new Limit(deadline));
            if (beside.size() >= PATTERNS_OF_A_CODE) {
                several(black, deadline, found);
            }
            return new Looked(found, isMore(beside, found));
        } catch (Reached e) {
            return new Looked(found, true);
        }
    }

    private static Map<DecodeHintType, ?> limited(Deadline deadline) {
        return Map.of(DecodeHintType.NEED_RESULT_POINT_CALLBACK, new Limit(deadline));
    }

    private static void several(BitMatrix black, Deadline deadline, List<DecodedCode> found) {
        try {
            for (DetectorResult seen : new MultiDetector(black).detectMulti(limited(deadline))) {
                read(seen, found);
            }
        } catch (ReaderException e) {
            // No further one.
        }
    }

    private static boolean isMore(List<Point2D> patterns, List<DecodedCode> found) {
        List<Path2D> areas =
                found.stream().map(code -> Place.area(code.corners())).toList();
        return patterns.stream()
                        .filter(middle -> areas.stream().noneMatch(area -> area.contains(middle)))
                        .count()
                >= PATTERNS_OF_A_CODE;
    }

    private static Rectangle around(DecodedCode code, BitMatrix black) {
        return Place.area(code.corners()).getBounds().intersection(new Rectangle(black.getWidth(), black.getHeight()));
    }

    /** Adds what it says, unless that is known. */
    private static void read(DetectorResult seen, List<DecodedCode> found) {
        try {
            DecoderResult decoded = new Decoder().decode(seen.getBits());
            int size = seen.getBits().getHeight();
            QrContent.of(decoded.getRawBytes(), (size - 17) / 4)
                    .map(content -> new DecodedCode(
                            content.text(), content.bytes(), CodeFormat.QR_CODE, corners(seen.getPoints(), size)))
                    .filter(code -> found.stream().noneMatch(known -> Place.same(known, code)))
                    .ifPresent(found::add);
        } catch (ReaderException e) {
            // Too much of it is wrong.
        }
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
}
