package org.yici.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.EncodeHintType;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of codes by other encoders. */
class EncodedOddlyTest {
    @ParameterizedTest
    @CsvSource({
        "qr-kanji-mode-gb18030.png, 姓名：王梓婷 办事码",
        "qr-kanji-nec-row13.png, ①②Ⅰ㈱",
        "qr-kanji-real-japanese.png, No.東京",
        "qr-eci-31-gbk.png, 欧女",
        "qr-eci-32-gb18030.png, 欧女",
        "qr-fnc1-second-position.png, 37AA1234BBB112",
        "qr-one-pixel-a-module.png, YICI-002",
    })
    void readsWhatTheEncoderMeant(String file, String text) throws Exception {
        try (InputStream picture = EncodedOddlyTest.class.getResourceAsStream(file)) {
            List<DecodedCode> codes =
                    new PictureDecoder(EnumSet.of(CodeFormat.QR_CODE)).decode(PictureFile.read(picture.readAllBytes()));
            assertThat(codes).extracting(DecodedCode::text).containsExactly(text);
        }
    }

    /** As drawn by a program: squares of one or two pixels, each symbol from version 1 to 40, with white around and without. */
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "1, 4", "2, 0", "2, 2", "2, 8"})
    void readsSquaresOfOneAndTwoPixels(int pixels, int margin) throws Exception {
        for (int version : new int[] {1, 2, 5, 7, 10, 20, 27, 40}) {
            String text = "YICI-" + version;
            ByteMatrix modules = Encoder.encode(
                            text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.QR_VERSION, version))
                    .getMatrix();
            BufferedImage picture =
                    Printed.paper(modules.getWidth() * pixels + 2 * margin, modules.getHeight() * pixels + 2 * margin);
            for (int y = 0; y < modules.getHeight() * pixels; y++) {
                for (int x = 0; x < modules.getWidth() * pixels; x++) {
                    if (modules.get(x / pixels, y / pixels) == 1) {
                        picture.setRGB(margin + x, margin + y, 0);
                    }
                }
            }
            List<DecodedCode> codes =
                    new PictureDecoder(EnumSet.of(CodeFormat.QR_CODE)).decode(picture, Duration.ofSeconds(60));
            assertThat(codes)
                    .as("version %d", version)
                    .extracting(DecodedCode::text)
                    .containsExactly(text);
        }
    }
}
