package org.yici.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.code.degraded.DegradedCodes;
import org.yici.code.degraded.DegradedPicture;

class PictureDecoderTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final PictureDecoder qrCodes = new PictureDecoder(EnumSet.of(CodeFormat.QR_CODE));
    private final PictureDecoder all = new PictureDecoder(EnumSet.allOf(CodeFormat.class));

    private static String text(CodeFormat format) {
        return format == CodeFormat.EAN_13 ? "6901234567892" : "YICI 0042";
    }

    private static BufferedImage code(CodeFormat format) {
        return switch (format) {
            case CODE_128, EAN_13 -> Printed.code(format, text(format), 450, 150);
            case PDF_417 -> Printed.code(format, text(format), 300, 150);
            default -> Printed.code(format, text(format), 200, 200);
        };
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryFormatUprightAndTurned(CodeFormat format) {
        for (int degrees : new int[] {0, 90, 180, 270, 45}) {
            List<DecodedCode> codes = all.decode(Printed.turned(code(format), degrees), LONG);
            assertThat(codes).as("%s at %d degrees", format, degrees).hasSize(1);
            assertThat(codes.get(0).text()).isEqualTo(text(format));
            assertThat(codes.get(0).format()).isEqualTo(format);
            assertThat(codes.get(0).corners()).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void readsSeveralFormatsInOnePicture() {
        BufferedImage paper = Printed.paper(900, 700);
        Printed.put(paper, Printed.qr("first"), 20, 20);
        Printed.put(paper, Printed.qr("second"), 650, 20);
        Printed.put(paper, code(CodeFormat.EAN_13), 20, 550);
        Printed.put(paper, code(CodeFormat.AZTEC), 650, 420);
        assertThat(all.decode(paper, LONG))
                .extracting(DecodedCode::text)
                .containsExactlyInAnyOrder("first", "second", text(CodeFormat.EAN_13), text(CodeFormat.AZTEC));
        assertThat(qrCodes.decode(paper, LONG))
                .extracting(DecodedCode::text)
                .containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void readsAHardQrCodeBesideAnotherFormat() {
        DegradedPicture inverted = new DegradedCodes(3).picture(10, true);
        int width = Math.max(500, inverted.picture().getWidth());
        BufferedImage paper = Printed.paper(width, inverted.picture().getHeight() + 200);
        Printed.put(paper, inverted.picture(), 0, 200);
        Printed.put(paper, code(CodeFormat.CODE_128), 20, 20);
        assertThat(all.decode(paper, LONG))
                .extracting(DecodedCode::text)
                .containsExactlyInAnyOrder(
                        text(CodeFormat.CODE_128), inverted.texts().get(0));
    }

    @Test
    void tellsTheSameCodeAtTwoPlacesTwice() {
        BufferedImage paper = Printed.paper(600, 300);
        Printed.put(paper, Printed.qr("same"), 20, 20);
        Printed.put(paper, Printed.qr("same"), 350, 60);
        assertThat(qrCodes.decode(paper, LONG)).extracting(DecodedCode::text).containsExactly("same", "same");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "30,1", "90,1", "135,1", "180,1", "275,1", "0,12", "90,12"})
    void tellsTheCornersInPixelsOfThePictureAsGiven(int degrees, int enlarged) {
        // 21 modules of 6 pixels around the middle.
        BufferedImage small = Printed.turned(Printed.qr("corner"), degrees);
        BufferedImage picture = Printed.paper(small.getWidth() * enlarged, small.getHeight() * enlarged);
        picture.createGraphics().drawImage(small, 0, 0, picture.getWidth(), picture.getHeight(), null);
        List<DecodedCode> codes = qrCodes.decode(picture, LONG);
        assertThat(codes).hasSize(1);
        double[][] expected = {{-63, -63}, {63, -63}, {63, 63}, {-63, 63}};
        for (int i = 0; i < 4; i++) {
            double cosine = Math.cos(Math.toRadians(degrees));
            double sine = Math.sin(Math.toRadians(degrees));
            Point2D corner = new Point2D.Double(
                    enlarged * (small.getWidth() / 2.0 + cosine * expected[i][0] - sine * expected[i][1]),
                    enlarged * (small.getHeight() / 2.0 + sine * expected[i][0] + cosine * expected[i][1]));
            assertThat(codes.get(0).corners().get(i).distance(corner))
                    .as("corner %d", i)
                    .isLessThan(6.0 * enlarged);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_USHORT_565_RGB,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void readsPicturesOfAnyTypeAndPartsOfThem(int type) {
        BufferedImage picture = new BufferedImage(300, 260, type);
        BufferedImage paper = Printed.paper(300, 260);
        Printed.put(paper, Printed.qr("type"), 80, 40);
        Printed.put(picture, paper, 0, 0);
        assertThat(qrCodes.decode(picture, LONG)).extracting(DecodedCode::text).containsExactly("type");
        assertThat(qrCodes.decode(picture.getSubimage(80, 40, 200, 200), LONG))
                .extracting(DecodedCode::text)
                .containsExactly("type");
    }

    @Test
    void weighsColoursAlikeInAllTypes() {
        BufferedImage one = Printed.paper(1, 1);
        one.setRGB(0, 0, 0x2080F0);
        BufferedImage other = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR);
        other.setRGB(0, 0, 0x2080F0);
        assertThat(GrayPicture.of(other).getMatrix())
                .isEqualTo(GrayPicture.of(one).getMatrix());
    }

    @Test
    void takesWhatIsTransparentForWhite() {
        BufferedImage code = Printed.qr("clear");
        BufferedImage clear = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                clear.setRGB(x, y, (code.getRGB(x, y) & 0xFF) == 0 ? 0xFF000000 : 0);
            }
        }
        assertThat(qrCodes.decode(clear, LONG)).extracting(DecodedCode::text).containsExactly("clear");
    }

    @Test
    void findsNothingWithoutAnyTime() {
        List<DegradedPicture> pictures = new ArrayList<>();
        DegradedCodes codes = new DegradedCodes(3);
        for (int i = 10; i < 100; i += 16) {
            pictures.add(codes.picture(i, false));
        }
        for (DegradedPicture inverted : pictures) {
            assertThat(qrCodes.decode(inverted.picture(), Duration.ZERO)).isEmpty();
            assertThat(qrCodes.decode(inverted.picture(), LONG)).hasSize(1);
        }
    }

    @Test
    void beginsNothingFurtherOnceTheClockIsPastTheDeadline() {
        long[] readings = {0};
        // Past at the second question after the start.
        PictureDecoder hurried = new PictureDecoder(EnumSet.allOf(CodeFormat.class), () -> readings[0]++);
        assertThat(hurried.decode(Printed.turned(code(CodeFormat.CODE_128), 90), Duration.ofNanos(1)))
                .isEmpty();
    }

    @Test
    void beginsNothingFurtherWhenInterrupted() {
        DegradedPicture inverted = new DegradedCodes(3).picture(10, false);
        Thread.currentThread().interrupt();
        try {
            assertThat(qrCodes.decode(inverted.picture(), LONG)).isEmpty();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void decodesInSeveralThreadsAtOnce() throws Exception {
        DegradedCodes codes = new DegradedCodes(9);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<DegradedPicture> pictures = new ArrayList<>();
            List<Future<List<DecodedCode>>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                DegradedPicture picture = codes.picture(13 + 16 * (i % 4), i % 2 == 0);
                pictures.add(picture);
                answers.add(threads.submit(() -> qrCodes.decode(picture.picture(), LONG)));
            }
            for (int i = 0; i < 16; i++) {
                assertThat(answers.get(i).get())
                        .extracting(DecodedCode::text)
                        .containsExactlyInAnyOrderElementsOf(pictures.get(i).texts());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void tellsNothingOfTheContentInItsName() {
        DecodedCode code = qrCodes.decode(Printed.qr("0000001234"), LONG).get(0);
        assertThat(code.toString()).doesNotContain("1234").isEqualTo("QR_CODE of 10 bytes");
    }

    @Test
    void cannotBeChangedFromOutside() {
        DecodedCode code = qrCodes.decode(Printed.qr("fixed"), LONG).get(0);
        code.bytes()[0] = 0;
        code.corners().get(0).setLocation(-1, -1);
        assertThat(code.bytes()).isEqualTo("fixed".getBytes(StandardCharsets.UTF_8));
        assertThat(code.corners().get(0).getX()).isPositive();
        assertThat(code).isEqualTo(qrCodes.decode(Printed.qr("fixed"), LONG).get(0));
    }

    @Test
    void refusesToLookForNothing() {
        assertThatThrownBy(() -> new PictureDecoder(EnumSet.noneOf(CodeFormat.class)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
