package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Resolution;
import com.hp.jipp.encoding.ResolutionUnit;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DocumentPrinter;
import org.yici.device.DriverProvider;
import org.yici.device.EvidenceClass;
import org.yici.device.PaperSize;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.Sides;

/** What an order asks for, what the printer can do, and what its own counter proves. */
class OrderSettingsTest {
    private static final List<Attribute<?>> ABLE = List.of(
            Types.sidesSupported.of("one-sided", "two-sided-long-edge"),
            Types.mediaSupported.of("iso_a4_210x297mm", "iso_a5_148x210mm"),
            Types.mediaSourceSupported.of("tray-1", "tray-2"),
            Types.pwgRasterDocumentResolutionSupported.of(
                    new Resolution(600, 600, ResolutionUnit.dotsPerInch),
                    new Resolution(300, 300, ResolutionUnit.dotsPerInch),
                    new Resolution(300, 600, ResolutionUnit.dotsPerInch)),
            Types.pwgRasterDocumentTypeSupported.of("black_1", "sgray_8"),
            Types.pwgRasterDocumentSheetBack.of("rotated"));

    private final ScriptedPrinter printer = new ScriptedPrinter();
    private @Nullable DocumentPrinter driver;

    @BeforeEach
    void plugIn() throws IOException {
        printer.plugIn();
        printer.abilities = ABLE;
        printer.life = job -> job.end(JobState.completed, 2);
    }

    @AfterEach
    void stop() {
        if (driver != null) {
            driver.close();
        }
        printer.close();
    }

    private PrintOutcome print(PaperSize paper, Sides sides, Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(Map.of("uri", printer.uri(), "poll-ms", "50", "status-ms", "100", "waiting-limit-s", "20"));
        DeviceConfig config =
                new DeviceConfig(new DeviceId("document-printer"), DeviceKind.DOCUMENT_PRINTER, "ipp", all);
        DocumentPrinter started = (DocumentPrinter)
                DriverProvider.start(ServiceLoader.load(DriverProvider.class), config, new FastTime());
        driver = started;
        return started.print(new PrintOrder("copy-1", Pages.pdf(2), 2, paper, sides), step -> {})
                .get(60, TimeUnit.SECONDS);
    }

    private PrintOutcome print(PaperSize paper, Sides sides) throws Exception {
        return print(paper, sides, Map.of());
    }

    private static String failure(PrintOutcome outcome) {
        return outcome instanceof PrintOutcome.Failed failed ? failed.fault().name() : outcome.toString();
    }

    private static String doubt(PrintOutcome outcome) {
        return outcome instanceof PrintOutcome.Uncertain uncertain
                ? uncertain.fault().name()
                : outcome.toString();
    }

    @Test
    void asksForA5OnBothSides() throws Exception {
        assertThat(print(PaperSize.A5, Sides.TWO_SIDED_LONG_EDGE))
                .isEqualTo(new PrintOutcome.Delivered(EvidenceClass.IMPRESSIONS, 1));
        IppPacket request = printer.prints.get(0);
        assertThat(request.getString(Tag.jobAttributes, Types.media)).isEqualTo("iso_a5_148x210mm");
        assertThat(request.getString(Tag.jobAttributes, Types.sides)).isEqualTo("two-sided-long-edge");
    }

    @Test
    void namesTheTrayInWhichPaperOfThisSizeLies() throws Exception {
        print(PaperSize.A5, Sides.ONE_SIDED, Map.of("tray-a4", "tray-1", "tray-a5", "tray-2"));
        IppPacket request = printer.prints.get(0);
        MediaCol medium = request.getValue(Tag.jobAttributes, Types.mediaCol);
        assertThat(medium).isNotNull();
        assertThat(String.valueOf(medium.getMediaSource())).isEqualTo("tray-2");
        assertThat(medium.getMediaSize().getXDimension()).isEqualTo(14_800);
        assertThat(medium.getMediaSize().getYDimension()).isEqualTo(21_000);
        assertThat(request.getString(Tag.jobAttributes, Types.media)).isNull();
    }

    @Test
    void handsNothingOverThatThePrinterCannotDo() throws Exception {
        assertThat(failure(print(PaperSize.A4, Sides.TWO_SIDED_SHORT_EDGE))).isEqualTo("sides-unsupported");
        stopDriver();
        assertThat(failure(print(PaperSize.A4, Sides.ONE_SIDED, Map.of("tray-a4", "tray-9"))))
                .isEqualTo("tray-unsupported");
        stopDriver();
        printer.abilities = List.of(Types.mediaSupported.of("iso_a4_210x297mm"));
        assertThat(failure(print(PaperSize.A5, Sides.ONE_SIDED))).isEqualTo("paper-size-unsupported");
        assertThat(printer.jobs).isEmpty();
    }

    private void stopDriver() {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void takesOneSideOfA4ForGrantedWhereNothingIsSaid() throws Exception {
        printer.abilities = List.of();
        assertThat(print(PaperSize.A4, Sides.ONE_SIDED)).isInstanceOf(PrintOutcome.Delivered.class);
        stopDriver();
        assertThat(failure(print(PaperSize.A5, Sides.ONE_SIDED))).isEqualTo("paper-size-unsupported");
        stopDriver();
        assertThat(failure(print(PaperSize.A4, Sides.TWO_SIDED_LONG_EDGE))).isEqualTo("sides-unsupported");
    }

    @Test
    void drawsThePagesForAPrinterThatTakesNoPdf() throws Exception {
        printer.formats = List.of("image/pwg-raster", "image/jpeg");
        assertThat(print(PaperSize.A4, Sides.TWO_SIDED_LONG_EDGE)).isInstanceOf(PrintOutcome.Delivered.class);
        assertThat(printer.prints.get(0).getString(Tag.operationAttributes, Types.documentFormat))
                .isEqualTo("image/pwg-raster");
        assertThat(new String(printer.jobs.get(0).document, 0, 13, StandardCharsets.US_ASCII))
                .isEqualTo("RaS2PwgRaster");
    }

    @Test
    void sendsNoRasterOfAKindThatThePrinterDoesNotTake() throws Exception {
        printer.formats = List.of("image/pwg-raster");
        printer.abilities = List.of(
                Types.pwgRasterDocumentResolutionSupported.of(new Resolution(300, 300, ResolutionUnit.dotsPerInch)),
                Types.pwgRasterDocumentTypeSupported.of("black_1"));
        assertThat(failure(print(PaperSize.A4, Sides.ONE_SIDED))).isEqualTo("format-unsupported");
        assertThat(printer.jobs).isEmpty();
    }

    private PrintOutcome counting(int before, int after) throws Exception {
        printer.counter = OptionalInt.of(before);
        printer.life = job -> {
            printer.counter = OptionalInt.of(after);
            job.end(JobState.completed, -1);
        };
        return print(PaperSize.A4, Sides.ONE_SIDED, Map.of("evidence", "page-counter"));
    }

    @Test
    void believesThePrintersCounter() throws Exception {
        assertThat(counting(1000, 1002)).isEqualTo(new PrintOutcome.Delivered(EvidenceClass.PAGE_COUNTER, 2));
    }

    @Test
    void countsWhatIsMissing() throws Exception {
        assertThat(counting(1000, 1001))
                .isInstanceOfSatisfying(PrintOutcome.Partial.class, partial -> assertThat(partial.sheets())
                        .isEqualTo(1));
    }

    @Test
    void saysNothingWhereTheCounterStoodStillOrRanAway() throws Exception {
        assertThat(doubt(counting(1000, 1000))).isEqualTo("counter-zero");
        stopDriver();
        printer.jobs.clear();
        assertThat(doubt(counting(1000, 1007))).isEqualTo("counter-strange");
        stopDriver();
        printer.jobs.clear();
        assertThat(doubt(counting(1000, 3))).isEqualTo("counter-strange");
    }

    @Test
    void handsNothingOverIfTheCounterThatIsPromisedIsMissing() throws Exception {
        assertThat(failure(print(PaperSize.A4, Sides.ONE_SIDED, Map.of("evidence", "page-counter"))))
                .isEqualTo("counter-missing");
        assertThat(printer.jobs).isEmpty();
    }
}
