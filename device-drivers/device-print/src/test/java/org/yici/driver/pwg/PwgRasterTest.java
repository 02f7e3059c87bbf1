package org.yici.driver.pwg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.device.PaperSize;
import org.yici.device.Sides;
import org.yici.driver.pwg.RasterFormat.Colours;
import org.yici.driver.pwg.RasterFormat.SheetBack;

/** What the library of CUPS reads in the raster that is written here. */
class PwgRasterTest {
    private static final int MILLIMETRE = 100;

    @TempDir
    private Path folder;

    /** A page as the library read it. */
    private record Read(String header, byte[] dots) {
        int number(String name) {
            Matcher matcher = Pattern.compile("\"" + name + "\": (-?[0-9]+)").matcher(header);
            assertThat(matcher.find()).as(name).isTrue();
            return Integer.parseInt(matcher.group(1));
        }

        /** The dot at so many hundredths of a millimetre from the left and from the top. */
        List<Integer> dot(int across, int along) {
            int colours = number("colours");
            int x = across * number("dpiAcross") / 2540;
            int y = along * number("dpiAlong") / 2540;
            List<Integer> dot = new ArrayList<>();
            for (int colour = 0; colour < colours; colour++) {
                dot.add(Byte.toUnsignedInt(dots[(y * number("width") + x) * colours + colour]));
            }
            return dot;
        }
    }

    private List<Read> read(byte[] raster) throws Exception {
        Path script = folder.resolve("read_raster.py");
        try (InputStream in = Objects.requireNonNull(PwgRasterTest.class.getResourceAsStream("read_raster.py"))) {
            Files.write(script, in.readAllBytes());
        }
        Path file = Files.write(folder.resolve("raster"), raster);
        Process python = new ProcessBuilder("python3", script.toString(), file.toString(), folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(said).isZero();
        List<Read> pages = new ArrayList<>();
        for (String line : said.lines().toList()) {
            pages.add(new Read(line, Files.readAllBytes(folder.resolve(String.valueOf(pages.size() + 1)))));
        }
        return pages;
    }

    /** Pages with a black, a grey and a red square of 10 mm, 10 mm from the left and 10, 30 and 50 mm from the top. */
    private static byte[] squares(PDRectangle size, int pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(size);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    square(content, size, 10, new float[] {0, 0, 0});
                    square(content, size, 30, new float[] {128 / 255f, 128 / 255f, 128 / 255f});
                    square(content, size, 50, new float[] {1, 0, 0});
                }
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static void square(PDPageContentStream content, PDRectangle page, int top, float[] colour)
            throws IOException {
        float millimetre = 72 / 25.4f;
        content.setNonStrokingColor(colour[0], colour[1], colour[2]);
        content.addRect(10 * millimetre, page.getHeight() - (top + 10) * millimetre, 10 * millimetre, 10 * millimetre);
        content.fill();
    }

    private static RasterFormat oneSided(Colours colours, int dots, PaperSize paper) {
        return new RasterFormat(colours, dots, paper, Sides.ONE_SIDED, SheetBack.NORMAL);
    }

    @Test
    void writesHeadersThatOthersRead() throws Exception {
        List<Read> pages = read(PwgRaster.of(squares(PDRectangle.A4, 2), oneSided(Colours.SGRAY_8, 300, PaperSize.A4)));
        assertThat(pages).hasSize(2).allSatisfy(page -> {
            assertThat(page.header()).contains("\"PwgRaster\"", "\"iso_a4_210x297mm\"");
            assertThat(List.of(page.number("width"), page.number("height"))).containsExactly(2480, 3508);
            assertThat(List.of(page.number("pointsAcross"), page.number("pointsAlong")))
                    .containsExactly(595, 842);
            assertThat(page.number("bitsPerDot")).isEqualTo(8);
            assertThat(page.number("colourSpace")).isEqualTo(18);
            assertThat(page.number("pages")).isEqualTo(2);
            assertThat(page.number("copies")).isEqualTo(1);
            assertThat(page.number("duplex")).isZero();
        });
    }

    @Test
    void drawsInGrey() throws Exception {
        Read page = read(PwgRaster.of(squares(PDRectangle.A4, 1), oneSided(Colours.SGRAY_8, 150, PaperSize.A4)))
                .get(0);
        assertThat(page.dot(5 * MILLIMETRE, 5 * MILLIMETRE)).containsExactly(255);
        assertThat(page.dot(15 * MILLIMETRE, 15 * MILLIMETRE)).containsExactly(0);
        assertThat(page.dot(15 * MILLIMETRE, 35 * MILLIMETRE)).containsExactly(128);
        assertThat(page.dot(15 * MILLIMETRE, 55 * MILLIMETRE).get(0)).isBetween(50, 130);
    }

    @Test
    void drawsInColour() throws Exception {
        Read page = read(PwgRaster.of(squares(PDRectangle.A5, 1), oneSided(Colours.SRGB_8, 300, PaperSize.A5)))
                .get(0);
        assertThat(page.header()).contains("\"iso_a5_148x210mm\"");
        assertThat(page.number("colourSpace")).isEqualTo(19);
        assertThat(page.dot(15 * MILLIMETRE, 15 * MILLIMETRE)).containsExactly(0, 0, 0);
        assertThat(page.dot(15 * MILLIMETRE, 35 * MILLIMETRE)).containsExactly(128, 128, 128);
        assertThat(page.dot(15 * MILLIMETRE, 55 * MILLIMETRE)).containsExactly(255, 0, 0);
        assertThat(page.dot(100 * MILLIMETRE, 100 * MILLIMETRE)).containsExactly(255, 255, 255);
    }

    @Test
    void makesPagesFitTheirPaper() throws Exception {
        PDRectangle a4 = PDRectangle.A4;
        Read small = read(PwgRaster.of(squares(a4, 1), oneSided(Colours.SRGB_8, 300, PaperSize.A5)))
                .get(0);
        assertThat(small.dot(1060, 1060)).containsExactly(0, 0, 0);
        assertThat(small.dot(600, 600)).containsExactly(255, 255, 255);
        // Turned to the right: what was on the left is on top, what was on top is on the right.
        Read wide = read(PwgRaster.of(
                        squares(new PDRectangle(a4.getHeight(), a4.getWidth()), 1),
                        oneSided(Colours.SRGB_8, 300, PaperSize.A4)))
                .get(0);
        assertThat(wide.dot((210 - 15) * MILLIMETRE, 15 * MILLIMETRE)).containsExactly(0, 0, 0);
        assertThat(wide.dot((210 - 55) * MILLIMETRE, 15 * MILLIMETRE)).containsExactly(255, 0, 0);
    }

    /** Where the black square lies on the back, as the printer sees it. */
    @ParameterizedTest
    @CsvSource({
        "TWO_SIDED_LONG_EDGE,  normal,        left,  top,     1,  1, 0",
        "TWO_SIDED_LONG_EDGE,  flipped,       left,  bottom,  1, -1, 0",
        "TWO_SIDED_LONG_EDGE,  rotated,       right, bottom, -1, -1, 0",
        "TWO_SIDED_LONG_EDGE,  manual-tumble, left,  top,     1,  1, 0",
        "TWO_SIDED_SHORT_EDGE, normal,        left,  top,     1,  1, 1",
        "TWO_SIDED_SHORT_EDGE, flipped,       right, top,    -1,  1, 1",
        "TWO_SIDED_SHORT_EDGE, rotated,       left,  top,     1,  1, 1",
        "TWO_SIDED_SHORT_EDGE, manual-tumble, right, bottom, -1, -1, 1",
    })
    void turnsBacksAsThePrinterWantsThem(
            Sides sides, String back, String side, String end, int crossFeed, int feed, int tumble) throws Exception {
        RasterFormat format = new RasterFormat(Colours.SGRAY_8, 75, PaperSize.A4, sides, SheetBack.of(back));
        List<Read> pages = read(PwgRaster.of(squares(PDRectangle.A4, 2), format));
        int across = side.equals("left") ? 15 : 195;
        int along = end.equals("top") ? 15 : 282;
        assertThat(pages.get(0).dot(15 * MILLIMETRE, 15 * MILLIMETRE)).containsExactly(0);
        assertThat(pages.get(1).dot(across * MILLIMETRE, along * MILLIMETRE)).containsExactly(0);
        assertThat(pages.get(1).number("crossFeed")).isEqualTo(crossFeed);
        assertThat(pages.get(1).number("feed")).isEqualTo(feed);
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.number("duplex")).isEqualTo(1);
            assertThat(page.number("tumble")).isEqualTo(tumble);
        });
    }

    /** Lines of noise and of long runs, in every mixture. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 127", "1, 128", "1, 129", "1, 300", "3, 1", "3, 128", "3, 129", "3, 257"})
    void packsLinesThatOthersUnpack(int dot, int width) throws Exception {
        Random random = new Random(dot * 1000L + width);
        ByteArrayOutputStream raster = new ByteArrayOutputStream();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        raster.writeBytes("RaS2".getBytes(StandardCharsets.US_ASCII));
        byte[] header = PageHeader.of(oneSided(dot == 1 ? Colours.SGRAY_8 : Colours.SRGB_8, 300, PaperSize.A4), 1, 1);
        int height = 700;
        java.nio.ByteBuffer.wrap(header).putInt(372, width).putInt(376, height).putInt(392, width * dot);
        raster.writeBytes(header);
        LinePacker packer = new LinePacker(raster, dot);
        byte[] line = new byte[width * dot];
        for (int i = 0; i < height; i++) {
            if (i > 300 || random.nextInt(3) > 0) {
                for (int at = 0; at < line.length && i <= 300; at++) {
                    line[at] = random.nextInt(4) == 0 ? (byte) random.nextInt(256) : line[Math.max(0, at - dot)];
                }
            }
            packer.add(line);
            sent.writeBytes(line);
        }
        packer.flush();
        assertThat(read(raster.toByteArray()).get(0).dots()).isEqualTo(sent.toByteArray());
    }

    @Test
    void refusesWhatIsNoPdf() {
        RasterFormat format = oneSided(Colours.SGRAY_8, 300, PaperSize.A4);
        assertThatThrownBy(() -> PwgRaster.of("no".getBytes(StandardCharsets.US_ASCII), format))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PwgRaster.of(Arrays.copyOf(squares(PDRectangle.A4, 1), 200), format))
                .isInstanceOf(IOException.class);
    }
}
