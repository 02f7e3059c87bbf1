package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.devices.Ran.run;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes in pictures, as scripts see them. */
class DecodeTest {
    @TempDir
    Path folder;

    private Path picture(String name, String... texts) throws Exception {
        BufferedImage picture = new BufferedImage(400 * texts.length, 400, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < texts.length; i++) {
            BitMatrix code = new QRCodeWriter()
                    .encode(texts[i], BarcodeFormat.QR_CODE, 400, 400, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
            for (int x = 0; x < 400; x++) {
                for (int y = 0; y < 400; y++) {
                    picture.setRGB(400 * i + x, y, code.get(x, y) ? 0 : 0xFFFFFF);
                }
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    @Test
    void decodesPicturesAndFoldersOfThem() throws Exception {
        picture("a.png", "办事码 1");
        picture("b.png", "left", "right");
        Ran ran = run("decode", folder.toString());
        assertThat(ran.exit()).as(ran.words()).isZero();
        assertThat(ran.objects()).hasSize(2);
        assertThat(ran.objects().get(0).path("file").asString()).endsWith("a.png");
        assertThat(ran.objects().get(0).path("codes").path(0).path("text").asString())
                .isEqualTo("办事码 1");
        assertThat(ran.objects().get(0).path("codes").path(0).path("format").asString())
                .isEqualTo("qr-code");
        assertThat(ran.objects().get(1).path("codes").size()).isEqualTo(2);
        assertThat(ran.objects().get(1).path("millis").asDouble()).isPositive();
    }

    @Test
    void saysWhatIsNoPictureAndGoesOn() throws Exception {
        Path none = Files.writeString(folder.resolve("none.png"), "no picture");
        Path code = picture("z.png", "after");
        Ran ran = run("decode", none.toString(), code.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.objects().get(0).path("seen").asString()).contains("no PNG");
        assertThat(ran.last().path("codes").path(0).path("text").asString()).isEqualTo("after");
        assertThat(run("decode", folder.resolve("nowhere").toString()).exit()).isEqualTo(2);
    }
}
