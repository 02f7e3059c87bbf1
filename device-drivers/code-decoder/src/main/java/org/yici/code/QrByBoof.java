package org.yici.code;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.ConfigQrCode;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.factory.filter.binary.ConfigThreshold;
import boofcv.factory.filter.binary.ThresholdType;
import boofcv.struct.image.GrayU8;
import georegression.geometry.UtilPolygons2D_F64;
import georegression.struct.point.Point2D_F64;
import georegression.struct.shapes.Polygon2D_F64;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** QR codes by BoofCV, which finds all at once, also from the side and at any angle. For one thread at a time. */
final class QrByBoof {
    static {
        // Nobody else's threads: BoofCV would take those of the common pool.
        BoofConcurrency.USE_CONCURRENT = false;
    }

    /** How black and white are told apart. */
    enum Threshold {
        /** One for the whole picture, after Otsu. */
        GLOBAL,
        /** One for each block of 40 pixels: BoofCV's own choice. */
        BLOCKS,
        /** The mean around each pixel. */
        MEAN
    }

    /**
     * Codewords that were read and mended, of which BoofCV does not understand the message; {@link QrContent} may, for example with a
     * character set or an application indicator that BoofCV does not know.
     */
    private static final Set<QrCode.Failure> MESSAGE_ALONE = EnumSet.of(
            QrCode.Failure.UNKNOWN_MODE,
            QrCode.Failure.READING_PADDING,
            QrCode.Failure.MESSAGE_OVERFLOW,
            QrCode.Failure.DECODING_MESSAGE,
            QrCode.Failure.KANJI_UNAVAILABLE,
            QrCode.Failure.STRING_ENCODING_UNAVAILABLE);

    private final QrCodeDetector<GrayU8> detector;

    QrByBoof(Threshold threshold) {
        detector = FactoryFiducial.qrcode(config(threshold), GrayU8.class);
    }

    private static ConfigQrCode config(Threshold threshold) {
        return switch (threshold) {
            case GLOBAL -> ConfigQrCode.fast();
            case BLOCKS -> new ConfigQrCode();
            case MEAN -> {
                ConfigQrCode config = new ConfigQrCode();
                config.threshold = ConfigThreshold.local(ThresholdType.LOCAL_MEAN, 15);
                yield config;
            }
        };
    }

    Looked look(GrayPicture picture) {
        GrayU8 shades = new GrayU8();
        shades.data = picture.getMatrix();
        shades.width = picture.getWidth();
        shades.height = picture.getHeight();
        shades.stride = picture.getWidth();
        detector.process(shades);
        List<DecodedCode> found = new ArrayList<>();
        for (QrCode code : detector.getDetections()) {
            read(code).ifPresent(found::add);
        }
        for (QrCode code : detector.getFailures()) {
            if (MESSAGE_ALONE.contains(code.failureCause)) {
                read(code).ifPresent(found::add);
            }
        }
        boolean more = detector.getFailures().stream().anyMatch(failure -> isBeside(failure, found));
        return new Looked(found, more);
    }

    private static Optional<DecodedCode> read(QrCode code) {
        return QrContent.of(turned(code.corrected), code.version)
                .map(content -> new DecodedCode(content.text(), content.bytes(), CodeFormat.QR_CODE, corners(code)));
    }

    /** BoofCV keeps the first bit of a codeword where others keep the last. */
    private static byte[] turned(byte[] codewords) {
        byte[] turned = new byte[codewords.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) (Integer.reverse(codewords[i]) >>> 24);
        }
        return turned;
    }

    private static List<Point2D> corners(QrCode code) {
        List<Point2D> corners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Point2D_F64 corner = code.bounds.get(i);
            corners.add(new Point2D.Double(corner.x, corner.y));
        }
        return corners;
    }

    /** Position patterns of neighbours are combined too; such a failure has a pattern of a code that was read. */
    private static boolean isBeside(QrCode failure, List<DecodedCode> found) {
        List<Path2D> areas =
                found.stream().map(code -> Place.area(code.corners())).toList();
        return Stream.of(failure.ppCorner, failure.ppRight, failure.ppDown)
                .map(QrByBoof::middle)
                .noneMatch(middle -> areas.stream().anyMatch(area -> area.contains(middle)));
    }

    private static Point2D middle(Polygon2D_F64 pattern) {
        Point2D_F64 middle = new Point2D_F64();
        UtilPolygons2D_F64.vertexAverage(pattern, middle);
        return new Point2D.Double(middle.x, middle.y);
    }
}
