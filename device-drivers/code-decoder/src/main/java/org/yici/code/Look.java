package org.yici.code;

import com.google.zxing.Binarizer;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * One way to look for QR codes.
 *
 * @param scale of the picture's sides
 */
record Look(By by, double scale, Change change) {
    /** Who looks, and how black and white are told apart. */
    enum By {
        ZXING_LOCAL,
        ZXING_GLOBAL,
        BOOF_GLOBAL,
        BOOF_BLOCKS,
        BOOF_MEAN
    }

    /** What is done to the picture before. */
    enum Change {
        NONE,
        INVERTED,
        SMOOTHED,
        /** Each pixel a square of the scale's size, with white around: for modules of one or two pixels without a quiet zone. */
        ENLARGED
    }

    /** Plain ZXing. Reads most of what a camera is held at, in the shortest time. */
    static final Look FIRST = new Look(By.ZXING_LOCAL, 1, Change.NONE);

    private static final int SQUARES = 4;

    /** What reads most of the rest in the shortest time comes first; found by measuring (see the page on the decoder). */
    static final List<Look> FURTHER = List.of(
            new Look(By.BOOF_GLOBAL, 1, Change.NONE),
            new Look(By.BOOF_BLOCKS, 1, Change.NONE),
            new Look(By.ZXING_GLOBAL, 1, Change.INVERTED),
            new Look(By.BOOF_MEAN, 0.5, Change.NONE),
            new Look(By.BOOF_BLOCKS, 1, Change.SMOOTHED),
            new Look(By.ZXING_GLOBAL, 1, Change.NONE),
            new Look(By.BOOF_GLOBAL, 1, Change.INVERTED),
            new Look(By.ZXING_LOCAL, 1.5, Change.NONE),
            new Look(By.BOOF_BLOCKS, 1.5, Change.NONE),
            new Look(By.ZXING_LOCAL, 2, Change.NONE),
            new Look(By.ZXING_GLOBAL, SQUARES, Change.ENLARGED),
            new Look(By.BOOF_GLOBAL, SQUARES, Change.ENLARGED));

    /** In pixels of {@code picture}. */
    Looked at(GrayPicture picture, Deadline deadline) {
        if (change == Change.ENLARGED) {
            int margin = SQUARES * SQUARES;
            return look(picture.inSquares(SQUARES, margin), deadline)
                    .moved(AffineTransform.getTranslateInstance(-margin, -margin))
                    .scaled(1 / scale);
        }
        GrayPicture scaled = scale == 1 ? picture : picture.scaled(scale);
        GrayPicture changed =
                switch (change) {
                    case NONE, ENLARGED -> scaled;
                    case INVERTED -> scaled.inverted();
                    case SMOOTHED -> scaled.smoothed();
                };
        Looked looked = look(changed, deadline);
        return scale == 1 ? looked : looked.scaled(1 / scale);
    }

    private Looked look(GrayPicture picture, Deadline deadline) {
        return switch (by) {
            case ZXING_LOCAL -> zxing(new HybridBinarizer(picture), deadline);
            case ZXING_GLOBAL -> zxing(new GlobalHistogramBinarizer(picture), deadline);
            case BOOF_GLOBAL -> new QrByBoof(QrByBoof.Threshold.GLOBAL).look(picture);
            case BOOF_BLOCKS -> new QrByBoof(QrByBoof.Threshold.BLOCKS).look(picture);
            case BOOF_MEAN -> new QrByBoof(QrByBoof.Threshold.MEAN).look(picture);
        };
    }

    private static Looked zxing(Binarizer binarizer, Deadline deadline) {
        try {
            return QrByZxing.look(binarizer.getBlackMatrix(), deadline);
        } catch (NotFoundException e) {
            // Too few shades.
            return Looked.NOTHING;
        }
    }
}
