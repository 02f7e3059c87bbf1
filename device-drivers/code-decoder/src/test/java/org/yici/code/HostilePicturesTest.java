package org.yici.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures and files that nobody means well with. */
class HostilePicturesTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int CASES = 250;

    private final PictureDecoder qrCodes = new PictureDecoder(EnumSet.of(CodeFormat.QR_CODE));
    private final PictureDecoder all = new PictureDecoder(EnumSet.allOf(CodeFormat.class));

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "7,7", "20,20", "21,21", "41,3", "30000,2", "2,30000", "30000,25", "1,1000"})
    void findsNothingInEmptyPicturesOfAnyShape(int width, int height) {
        assertThat(all.decode(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), SHORT))
                .isEmpty();
        assertThat(all.decode(Printed.paper(width, height), SHORT)).isEmpty();
    }

    @Test
    void refusesMorePixelsThanItTakes() {
        BufferedImage large = new BufferedImage(9000, 8000, BufferedImage.TYPE_BYTE_BINARY);
        assertThatThrownBy(() -> all.decode(large))
                .isInstanceOf(PictureRefusedException.class)
                .hasMessageContaining("9000 x 8000")
                .hasMessageContaining("64 million");
    }

    @Test
    void findsNothingInNoise() {
        Random random = new Random(1);
        BufferedImage noise = new BufferedImage(600, 600, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 360_000; i++) {
            noise.getRaster().setSample(i % 600, i / 600, 0, random.nextInt(256));
        }
        assertThat(all.decode(noise, SHORT)).isEmpty();
    }

    /** ZXing compares all threes of them. */
    @Test
    void comesToAnEndWithThousandsOfPositionPatterns() {
        BufferedImage picture = Printed.paper(1500, 1500);
        Graphics2D graphics = picture.createGraphics();
        for (int i = 0; i < 44 * 44; i++) {
            double module = 2 + i % 7 * 0.35;
            int[] sides = {7, 5, 3};
            for (int ring = 0; ring < 3; ring++) {
                graphics.setColor(ring == 1 ? Color.WHITE : Color.BLACK);
                int side = (int) Math.round(sides[ring] * module);
                int inset = (int) Math.round((7 - sides[ring]) / 2.0 * module);
                graphics.fillRect(i % 44 * 34 + inset, i / 44 * 34 + inset, side, side);
            }
        }
        graphics.dispose();
        assertThat(all.decode(picture, SHORT)).isEmpty();
    }

    @Test
    void refusesFilesThatAreNoPicture() {
        for (byte[] file :
                List.of(new byte[0], new byte[1], new byte[5000], "GIF89a".getBytes(StandardCharsets.US_ASCII))) {
            assertThatThrownBy(() -> PictureFile.read(file)).isInstanceOf(PictureRefusedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void readsFiles(String kind) {
        BufferedImage picture = PictureFile.read(Printed.file(Printed.qr("file"), kind));
        assertThat(all.decode(picture, Duration.ofMinutes(5)))
                .extracting(DecodedCode::text)
                .containsExactly("file");
    }

    @Test
    void refusesATruncatedPng() {
        byte[] file = Printed.file(Printed.qr("cut"), "png");
        for (int length : new int[] {8, 20, 33, 60, file.length / 2}) {
            assertThatThrownBy(() -> PictureFile.read(Arrays.copyOf(file, length)))
                    .as("%d bytes", length)
                    .isInstanceOf(PictureRefusedException.class);
        }
    }

    @Test
    void refusesAPngThatClaimsToBeHugeBeforeReadingIt() {
        byte[] file = Printed.file(Printed.qr("bomb"), "png");
        ByteBuffer.wrap(file).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 check = new CRC32();
        check.update(file, 12, 17);
        ByteBuffer.wrap(file).putInt(29, (int) check.getValue());
        assertThatThrownBy(() -> PictureFile.read(file))
                .isInstanceOf(PictureRefusedException.class)
                .hasMessageContaining("60000 x 60000");
    }

    @Test
    void readsALargeFileThinned() {
        BufferedImage large = new BufferedImage(5000, 5000, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = large.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 5000, 5000);
        graphics.drawImage(Printed.qr("thin"), 1000, 1000, 3000, 3000, null);
        graphics.dispose();
        BufferedImage thinned = PictureFile.read(Printed.file(large, "png"));
        assertThat(thinned.getWidth()).isEqualTo(2500);
        assertThat(all.decode(thinned, Duration.ofMinutes(5)))
                .extracting(DecodedCode::text)
                .containsExactly("thin");
    }

    /** Told or refused; whatever is told is what was printed. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void meetsDamagedFilesWithItsOwnExceptionAlone(String kind) {
        byte[] sound = Printed.file(Printed.qr("damage"), kind);
        for (int seed = 0; seed < CASES; seed++) {
            byte[] damaged = damaged(sound, new Random(seed));
            try {
                assertThat(qrCodes.decode(PictureFile.read(damaged), SHORT))
                        .as("seed %d", seed)
                        .allMatch(code -> code.text().equals("damage"));
            } catch (PictureRefusedException e) {
                assertThat(e.getMessage()).as("seed %d", seed).isNotBlank();
            }
        }
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
            }
        }
        return bytes;
    }
}
