package org.yici.bench.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.bench.ipp.PrinterClient.number;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.bench.printer.JobState;
import org.yici.bench.printer.Lack;
import org.yici.bench.printer.Lie;
import org.yici.bench.printer.Obstacle;
import org.yici.bench.printer.OutputTray;

/** Two sides of a sheet, two sizes of paper. */
@Timeout(60)
class SheetsTest extends AtThePrinter {
    private static final Attribute TWO_SIDED = Attribute.keyword("sides", "two-sided-long-edge");
    private static final Attribute A5 = Attribute.keyword("media", "iso_a5_148x210mm");

    SheetsTest() {
        super(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-sided-long-edge", "two-sided-short-edge"})
    void printsOnBothSidesAndLeavesTheLastBackBlank(String sides) throws Exception {
        Message answer = wire.send(wire.printJob("three", Attribute.keyword("sides", sides)), TestDocuments.pdf(3));
        assertThat(answer.code()).isEqualTo(Status.OK);
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(stack()).containsExactly(List.of(1, 2), List.of(3));
        assertThat(counted()).containsExactly(3, 2);
        Group job = wire.jobAttributes(1);
        assertThat(number(job, "job-media-sheets")).isEqualTo(2);
        assertThat(job.string("sides")).contains(sides);
        assertThat(Files.list(folder.resolve("paper")).map(Path::getFileName).map(Path::toString))
                .containsExactlyInAnyOrder("1.pdf", "1-1.png", "1-2.png", "1-3.png");
    }

    @Test
    void waitsBetweenSheetsNotBetweenSides() throws Exception {
        printer.hinder(Obstacle.PAPER_OUT_AFTER_ONE_SHEET, true);
        wire.send(wire.printJob("short of paper", TWO_SIDED), TestDocuments.pdf(4));
        wire.awaitState(1, JobState.STOPPED);
        assertThat(stack()).containsExactly(List.of(1, 2));
        assertThat(counted()).containsExactly(2, 1);
        assertThat(wire.cancel(1).code()).isEqualTo(Status.OK);
        wire.awaitState(1, JobState.CANCELED);
        assertThat(counted()).containsExactly(2, 1);
    }

    @Test
    void aCancelledJobLetsTheWholeSheetOut() throws Exception {
        wire.send(wire.printJob("late", TWO_SIDED), TestDocuments.pdf(6));
        wire.awaitState(1, JobState.PROCESSING);
        wire.cancel(1);
        wire.awaitState(1, JobState.CANCELED);
        int sheets = printer.tray().sheets().size();
        assertThat(sheets).isBetween(1, 2);
        assertThat(counted()).containsExactly(2 * sheets, sheets);
    }

    @Test
    void liesAboutSidesAndSheets() throws Exception {
        printer.lie(Lie.PRINTS_ONE_SHEET, true);
        wire.send(wire.printJob("half", TWO_SIDED), TestDocuments.pdf(5));
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(stack()).containsExactly(List.of(1, 2));
        assertThat(counted()).containsExactly(2, 1);
        printer.lie(Lie.COUNTS_RENDERED, true);
        assertThat(counted()).containsExactly(5, 1);
        printer.lie(Lie.COUNTS_FALSELY, true);
        assertThat(counted()).containsExactly(5, 3);
    }

    @Test
    void countsAllItsLifeWhateverItSaysOfJobs() throws Exception {
        wire.send(wire.printJob("first", TWO_SIDED), TestDocuments.pdf(3));
        wire.awaitState(1, JobState.COMPLETED);
        printer.lie(Lie.COUNTS_FALSELY, true);
        printer.lie(Lie.PRINTS_ONE_SHEET, true);
        wire.send(wire.printJob("second"), TestDocuments.pdf(2));
        wire.awaitState(2, JobState.COMPLETED);
        printer.tray().take();
        Group said = wire.printerAttributes();
        assertThat(number(said, "printer-impressions-completed")).isEqualTo(4);
        assertThat(number(said, "printer-media-sheets-completed")).isEqualTo(3);
        printer.lack(Lack.COUNTER, true);
        assertThat(wire.printerAttributes().find("printer-impressions-completed"))
                .isEmpty();
        assertThat(wire.printerAttributes().find("printer-media-sheets-completed"))
                .isEmpty();
    }

    @Test
    void takesPaperOfTheSizeThatWasAskedFor() throws Exception {
        Message answer = wire.send(wire.printJob("small", A5), TestDocuments.pdf(1, PDRectangle.A5));
        assertThat(answer.code()).isEqualTo(Status.OK);
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(wire.jobAttributes(1).string("media")).contains("iso_a5_148x210mm");
        assertSize(874, 1240);
    }

    @Test
    void makesALargerPageFit() throws Exception {
        wire.send(wire.printJob("large", A5), TestDocuments.pdf(1, PDRectangle.A4));
        wire.awaitState(1, JobState.COMPLETED);
        BufferedImage side = assertSize(874, 1240);
        // The bar begins 100 points from the left and bottom of the A4 page, and is 200 wide and 50 high.
        double scale = (148 - 2 * 4.23) / 210;
        int margin = (int) (4.23 / 25.4 * 150);
        int left = margin + (int) (100 / 72.0 * 150 * scale);
        int right = margin + (int) (300 / 72.0 * 150 * scale);
        int middle = (int) (1240 - (1240 - 297 / 25.4 * 150 * scale) / 2 - 125 / 72.0 * 150 * scale);
        assertThat(isBlack(side, left + 4, middle)).isTrue();
        assertThat(isBlack(side, left - 4, middle)).isFalse();
        assertThat(isBlack(side, right - 4, middle)).isTrue();
        assertThat(isBlack(side, right + 4, middle)).isFalse();
    }

    @Test
    void leavesASmallerPageAsItIsInTheMiddle() throws Exception {
        wire.send(wire.printJob("small on large"), TestDocuments.pdf(1, PDRectangle.A5));
        wire.awaitState(1, JobState.COMPLETED);
        BufferedImage side = assertSize(1240, 1754);
        int left = (1240 - 874) / 2 + 208;
        int middle = 1754 - (1754 - 1240) / 2 - 260;
        assertThat(isBlack(side, left + 4, middle)).isTrue();
        assertThat(isBlack(side, left - 4, middle)).isFalse();
        assertThat(isBlack(side, left + 416 - 4, middle)).isTrue();
        assertThat(isBlack(side, left + 416 + 4, middle)).isFalse();
    }

    @Test
    void turnsThePaperForAPageThatLiesAcross() throws Exception {
        PDRectangle across = new PDRectangle(PDRectangle.A5.getHeight(), PDRectangle.A5.getWidth());
        wire.send(wire.printJob("across"), TestDocuments.pdf(1, across));
        wire.awaitState(1, JobState.COMPLETED);
        assertSize(1754, 1240);
    }

    @Test
    void understandsAMediaCollection() throws Exception {
        wire.send(wire.printJob("by size", mediaCol(14800, 21000, "tray-2")), TestDocuments.pdf(1));
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(wire.jobAttributes(1).string("media")).contains("iso_a5_148x210mm");
        Attribute byTray = Attribute.collection("media-col", Attribute.keyword("media-source", "tray-2"));
        wire.send(wire.printJob("by tray", byTray), TestDocuments.pdf(1));
        wire.awaitState(2, JobState.COMPLETED);
        assertThat(wire.jobAttributes(2).string("media")).contains("iso_a5_148x210mm");
    }

    @Test
    void refusesPaperThatItDoesNotHave() throws Exception {
        Message wrongTray = wire.send(wire.printJob("wrong", mediaCol(14800, 21000, "tray-1")), TestDocuments.pdf(1));
        assertThat(wrongTray.code()).isEqualTo(Status.OK_IGNORED);
        assertThat(wrongTray.group(Tag.UNSUPPORTED_GROUP).orElseThrow().find("media-col"))
                .isPresent();
        wire.awaitState(1, JobState.COMPLETED);
        Message letter = wire.send(
                wire.printJob("letter", Attribute.keyword("media", "na_letter_8.5x11in")), TestDocuments.pdf(1));
        assertThat(letter.code()).isEqualTo(Status.OK_IGNORED);
        assertThat(wire.send(wire.printJob("both", A5, mediaCol(14800, 21000, "auto")), TestDocuments.pdf(1))
                        .code())
                .isEqualTo(Status.BAD_REQUEST);
    }

    @Test
    void saysWhatPaperAndSidesItHas() throws Exception {
        Group said = wire.printerAttributes();
        assertThat(said.find("sides-supported").orElseThrow().strings())
                .containsExactly("one-sided", "two-sided-long-edge", "two-sided-short-edge");
        assertThat(said.find("media-supported").orElseThrow().strings())
                .containsExactly("iso_a4_210x297mm", "iso_a5_148x210mm");
        assertThat(said.find("media-source-supported").orElseThrow().strings())
                .containsExactly("auto", "tray-1", "tray-2");
        assertThat(said.find("media-col-ready").orElseThrow().values()).hasSize(2);
        assertThat(said.find("media-col-database")).isEmpty();
        Message asked = wire.request(
                Operation.GET_PRINTER_ATTRIBUTES, Attribute.keyword("requested-attributes", "media-col-database"));
        Attribute database = wire.send(asked, new byte[0])
                .group(Tag.PRINTER_GROUP)
                .flatMap(group -> group.find("media-col-database"))
                .orElseThrow();
        assertThat(database.values()).hasSize(2);
        assertThat(database.member("media-source").flatMap(Attribute::string)).contains("tray-1");
    }

    private static Attribute mediaCol(int width, int height, String source) {
        return Attribute.collection(
                "media-col",
                Attribute.collection(
                        "media-size",
                        Attribute.integer("x-dimension", width),
                        Attribute.integer("y-dimension", height)),
                Attribute.keyword("media-source", source));
    }

    private List<List<Integer>> stack() {
        return printer.tray().sheets().stream().map(OutputTray.Sheet::pages).toList();
    }

    private List<Integer> counted() throws Exception {
        Group job = wire.jobAttributes(1);
        return List.of(number(job, "job-impressions-completed"), number(job, "job-media-sheets-completed"));
    }

    /** Paper of so many pixels, give or take one: points are not whole millimetres. */
    private BufferedImage assertSize(int width, int height) throws IOException {
        byte[] png = printer.tray().sheets().get(0).sides().get(0).png();
        BufferedImage side = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(side.getWidth()).isBetween(width - 1, width + 1);
        assertThat(side.getHeight()).isBetween(height - 1, height + 1);
        return side;
    }

    private static boolean isBlack(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xFF) < 0x40;
    }
}
