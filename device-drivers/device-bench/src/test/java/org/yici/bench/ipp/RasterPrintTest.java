package org.yici.bench.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.bench.ipp.PrinterClient.number;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.bench.printer.JobState;
import org.yici.bench.printer.Lack;
import org.yici.bench.raster.TestRaster;

@Timeout(60)
class RasterPrintTest extends AtThePrinter {
    private static final String RASTER = "image/pwg-raster";
    private static final String UNKNOWN = "application/octet-stream";
    private static final int WHITE = 0xFFFFFF;

    RasterPrintTest() {
        super(Duration.ofMillis(20));
    }

    @ParameterizedTest
    @CsvSource({"2480, 3508, 300", "4960, 7016, 600"})
    void printsAPageInItsSize(int width, int height, int dotsPerInch) throws Exception {
        byte[] page =
                new TestRaster().page(width, height, dotsPerInch, dotsPerInch).bytes();
        assertThat(wire.send(printJob(RASTER), page).code()).isEqualTo(Status.OK);
        wire.awaitState(1, JobState.COMPLETED);
        BufferedImage side = side(0, 0);
        assertThat(side.getWidth()).isEqualTo(1240);
        assertThat(side.getHeight()).isEqualTo(1754);
        // An inch of black, an inch from the corner, at 150 dots an inch.
        assertThat(pixel(side, 149, 200)).isEqualTo(WHITE);
        assertThat(pixel(side, 150, 150)).isZero();
        assertThat(pixel(side, 299, 299)).isZero();
        assertThat(pixel(side, 300, 200)).isEqualTo(WHITE);
        assertThat(pixel(side, 200, 300)).isEqualTo(WHITE);
        assertThat(number(wire.jobAttributes(1), "job-impressions-completed")).isEqualTo(1);
        assertThat(Files.list(folder.resolve("paper")).map(Path::getFileName).map(Path::toString))
                .containsExactlyInAnyOrder("1.pwg", "1-1.png");
    }

    @Test
    void printsRasterOnBothSides() throws Exception {
        byte[] three = new TestRaster()
                .page(2480, 3508, 300, 300)
                .page(2480, 3508, 300, 600)
                .page(2480, 3508, 300, 300)
                .bytes();
        Message order = new Message(
                0x0200,
                Operation.PRINT_JOB.code(),
                1,
                List.of(
                        printJob(RASTER).operation(),
                        new Group(Tag.JOB_GROUP, List.of(Attribute.keyword("sides", "two-sided-long-edge")))));
        wire.send(order, three);
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).hasSize(2);
        assertThat(pixel(side(0, 1), 500, 500)).isZero();
        assertThat(pixel(side(0, 0), 500, 500)).isEqualTo(WHITE);
    }

    @Test
    void makesALargerPageFit() throws Exception {
        wire.send(printJob(RASTER), new TestRaster().page(3508, 4960, 300, 300).bytes());
        wire.awaitState(1, JobState.COMPLETED);
        BufferedImage side = side(0, 0);
        assertThat(side.getWidth()).isEqualTo(1240);
        double scale = (210 - 2 * 4.23) / (3508 / 300.0 * 25.4);
        int begins = (int) (25 + 150 * scale);
        int middle = (1754 - (int) (2480 * scale)) / 2 + (int) (225 * scale);
        assertThat(pixel(side, begins - 4, middle)).isEqualTo(WHITE);
        assertThat(pixel(side, begins + 4, middle)).isZero();
    }

    @Test
    void printsWhatCameBeforeTheFaultAndAborts() throws Exception {
        byte[] two = new TestRaster()
                .page(2480, 3508, 300, 300)
                .page(2480, 3508, 300, 300)
                .bytes();
        wire.send(printJob(RASTER), Arrays.copyOf(two, two.length - 10));
        wire.awaitState(1, JobState.ABORTED);
        assertThat(wire.jobAttributes(1).string("job-state-reasons")).contains("document-format-error");
        assertThat(number(wire.jobAttributes(1), "job-impressions-completed")).isEqualTo(1);
        assertThat(printer.tray().sheets()).hasSize(1);
    }

    @Test
    void abortsWhatIsNeitherAsItWasSaidToBe() throws Exception {
        wire.send(printJob(RASTER), TestDocuments.pdf(1));
        wire.awaitState(1, JobState.ABORTED);
        wire.send(
                printJob("application/pdf"),
                new TestRaster().page(2480, 3508, 300, 9).bytes());
        wire.awaitState(2, JobState.ABORTED);
        wire.send(printJob(RASTER), new TestRaster().bytes());
        wire.awaitState(3, JobState.ABORTED);
        assertThat(printer.tray().sheets()).isEmpty();
    }

    @Test
    void findsOutForItselfWhatItGot() throws Exception {
        wire.send(printJob(UNKNOWN), new TestRaster().page(2480, 3508, 300, 9).bytes());
        wire.awaitState(1, JobState.COMPLETED);
        wire.send(printJob(UNKNOWN), TestDocuments.pdf(1));
        wire.awaitState(2, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).hasSize(2);
    }

    @Test
    void canDoWithoutPdf() throws Exception {
        printer.lack(Lack.PDF, true);
        assertThat(wire.printerAttributes()
                        .find("document-format-supported")
                        .orElseThrow()
                        .strings())
                .containsExactly(RASTER);
        assertThat(wire.send(printJob("application/pdf"), TestDocuments.pdf(1)).code())
                .isEqualTo(Status.FORMAT_NOT_SUPPORTED);
        assertThat(wire.send(printJob(UNKNOWN), TestDocuments.pdf(1)).code()).isEqualTo(Status.FORMAT_NOT_SUPPORTED);
        assertThat(printer.jobs()).isEmpty();
        assertThat(wire.send(
                                printJob(RASTER),
                                new TestRaster().page(2480, 3508, 300, 9).bytes())
                        .code())
                .isEqualTo(Status.OK);
        printer.lack(Lack.PDF, false);
        assertThat(wire.printerAttributes()
                        .find("document-format-supported")
                        .orElseThrow()
                        .strings())
                .containsExactly("application/pdf", RASTER);
    }

    @Test
    void saysWhatRasterItTakes() throws Exception {
        Group said = wire.printerAttributes();
        assertThat(said.find("pwg-raster-document-type-supported").orElseThrow().strings())
                .containsExactly("sgray_8", "srgb_8");
        assertThat(said.find("pwg-raster-document-resolution-supported")
                        .orElseThrow()
                        .values())
                .hasSize(2);
        assertThat(said.string("pwg-raster-document-sheet-back")).contains("normal");
    }

    private Message printJob(String format) {
        return wire.request(
                Operation.PRINT_JOB,
                Attribute.text(Tag.NAME, "job-name", "raster"),
                Attribute.text(Tag.MIME_TYPE, "document-format", format));
    }

    private BufferedImage side(int sheet, int side) throws IOException {
        byte[] png = printer.tray().sheets().get(sheet).sides().get(side).png();
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int pixel(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & WHITE;
    }
}
