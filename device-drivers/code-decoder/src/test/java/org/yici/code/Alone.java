package org.yici.code;

import boofcv.abst.fiducial.QrCodeDetector;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.detector.MultiDetector;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.yici.device.TextOfCode;

/** QR codes by one library alone, used as its makers show it; character sets are told as {@link TextOfCode} does, so that they make no difference. */
public final class Alone {
    private Alone() {}

    /** As ZXing's {@code QRCodeReader}, or as its {@code QRCodeMultiReader} where several codes are. */
    public static Set<String> zxing(BufferedImage picture, boolean several) {
        Set<String> texts = new HashSet<>();
        try {
            BitMatrix black = new HybridBinarizer(GrayPicture.of(picture)).getBlackMatrix();
            for (DetectorResult seen : seen(black, several)) {
                read(seen, texts);
            }
        } catch (ReaderException e) {
            // Nothing read.
        }
        return texts;
    }

    private static DetectorResult[] seen(BitMatrix black, boolean several) throws ReaderException {
        return several
                ? new MultiDetector(black).detectMulti(Map.of())
                : new DetectorResult[] {new Detector(black).detect()};
    }

    private static void read(DetectorResult seen, Set<String> texts) {
        try {
            DecoderResult decoded = new Decoder().decode(seen.getBits());
            int version = (seen.getBits().getHeight() - 17) / 4;
            QrContent.of(decoded.getRawBytes(), version).ifPresent(content -> texts.add(content.text()));
        } catch (ReaderException e) {
            // Not this one.
        }
    }

    /** As BoofCV's {@link QrCodeDetector} with what is set by default, kept from picture to picture. For one thread. */
    public static final class Boof {
        private final QrByBoof detector = new QrByBoof(QrByBoof.Threshold.BLOCKS);

        public Set<String> texts(BufferedImage picture) {
            Set<String> texts = new HashSet<>();
            detector.look(GrayPicture.of(picture)).codes().forEach(code -> texts.add(code.text()));
            return texts;
        }
    }
}
