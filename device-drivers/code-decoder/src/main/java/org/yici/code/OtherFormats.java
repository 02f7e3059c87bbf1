package org.yici.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yici.device.TextOfCode;

/** What ZXing reads besides QR codes. */
final class OtherFormats {
    private static final Map<CodeFormat, BarcodeFormat> READ = Map.of(
            CodeFormat.DATA_MATRIX, BarcodeFormat.DATA_MATRIX,
            CodeFormat.AZTEC, BarcodeFormat.AZTEC,
            CodeFormat.PDF_417, BarcodeFormat.PDF_417,
            CodeFormat.CODE_128, BarcodeFormat.CODE_128,
            CodeFormat.EAN_13, BarcodeFormat.EAN_13);
    /** One check digit in ten, one check letter in 103: what looks like such a code by chance is seen once and not again. */
    private static final Set<CodeFormat> SEEN_TWICE = EnumSet.of(CodeFormat.CODE_128, CodeFormat.EAN_13);
    /** Upside down as well as upright, yet ZXing looks for them around the middle of a picture alone. */
    private static final Set<CodeFormat> SQUARE = EnumSet.of(CodeFormat.DATA_MATRIX, CodeFormat.AZTEC);

    private static final int LEAST_WINDOW = 40;
    /** Any size but the picture's own. */
    private static final double SECOND_SIGHT = 0.87;

    private OtherFormats() {}

    /** Whether to look for a format in a picture turned so: a quarter turn makes no difference to the square ones; QR codes are not for here. */
    static boolean sees(CodeFormat format, double radians) {
        return READ.containsKey(format) && (radians != Math.PI / 2 || !SQUARE.contains(format));
    }

    /** Codes of one format, in pixels of {@code picture}, which is looked at turned by an angle. */
    static Looked look(CodeFormat format, GrayPicture picture, double radians) {
        GrayPicture turned = radians == 0 ? picture : picture.turned(radians);
        List<DecodedCode> seen = new ArrayList<>(read(format, turned));
        if (!seen.isEmpty() && SEEN_TWICE.contains(format)) {
            List<DecodedCode> again = read(format, turned.scaled(SECOND_SIGHT));
            seen.removeIf(code -> !has(again, code));
        }
        if (radians == 0 && SQUARE.contains(format)) {
            windows(picture).forEach(window -> seen.addAll(in(window, format, picture)));
        }
        Looked looked = new Looked(seen, false);
        return radians == 0 ? looked : looked.moved(back(picture, turned, radians));
    }

    /** Nine of half the sides, each over half of its neighbour. */
    private static List<Rectangle> windows(GrayPicture picture) {
        int width = picture.getWidth() / 2;
        int height = picture.getHeight() / 2;
        List<Rectangle> windows = new ArrayList<>();
        for (int i = 0; i < 9 && Math.min(width, height) >= LEAST_WINDOW; i++) {
            windows.add(new Rectangle(i % 3 * width / 2, i / 3 * height / 2, width, height));
        }
        return windows;
    }

    private static List<DecodedCode> in(Rectangle window, CodeFormat format, GrayPicture picture) {
        GrayPicture part = picture.crop(window.x, window.y, window.width, window.height);
        return new Looked(read(format, part), false)
                .moved(AffineTransform.getTranslateInstance(window.x, window.y))
                .codes();
    }

    private static boolean has(List<DecodedCode> codes, DecodedCode wanted) {
        return codes.stream().anyMatch(code -> Arrays.equals(code.bytes(), wanted.bytes()));
    }

    private static AffineTransform back(GrayPicture picture, GrayPicture turned, double radians) {
        AffineTransform back =
                AffineTransform.getTranslateInstance(picture.getWidth() / 2.0, picture.getHeight() / 2.0);
        back.rotate(-radians);
        back.translate(-turned.getWidth() / 2.0, -turned.getHeight() / 2.0);
        return back;
    }

    private static List<DecodedCode> read(CodeFormat format, GrayPicture picture) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, List.of(READ.get(format)));
        hints.put(DecodeHintType.TRY_HARDER, true);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(picture));
        List<DecodedCode> found = new ArrayList<>();
        try {
            for (Result result :
                    new GenericMultipleBarcodeReader(new MultiFormatReader()).decodeMultiple(bitmap, hints)) {
                if (!result.getText().isEmpty()) {
                    found.add(code(format, result));
                }
            }
        } catch (NotFoundException e) {
            // Nothing there.
        }
        return found;
    }

    private static DecodedCode code(CodeFormat format, Result result) {
        byte[] bytes = bytes(result.getText());
        List<Point2D> points = new ArrayList<>();
        for (ResultPoint point : result.getResultPoints()) {
            if (point != null) {
                points.add(new Point2D.Double(point.getX(), point.getY()));
            }
        }
        return new DecodedCode(TextOfCode.of(bytes), bytes, format, points);
    }

    /** ZXing gives bytes that no ECI explains as ISO-8859-1. A text with other letters had an ECI. */
    private static byte[] bytes(String text) {
        boolean plain = text.chars().allMatch(letter -> letter <= 0xFF);
        return text.getBytes(plain ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
