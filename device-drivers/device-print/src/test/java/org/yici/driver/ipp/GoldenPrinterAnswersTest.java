package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.base.WhoActs;
import org.yici.device.DeviceFault;
import org.yici.driver.ipp.IppClient.Told;
import org.yici.driver.pwg.RasterFormat.SheetBack;

/** Every golden answer of a printer about itself means to the driver what its title says. */
class GoldenPrinterAnswersTest {
    private static final OptionalInt UNCOUNTED = OptionalInt.empty();
    private static final List<String> SIDES = List.of("one-sided", "two-sided-long-edge", "two-sided-short-edge");
    private static final List<String> PAPERS = List.of("iso_a4_210x297mm", "iso_a5_148x210mm");
    private static final List<String> TRAYS = List.of("auto", "tray-1", "tray-2");
    private static final RasterAbility RASTER =
            new RasterAbility(List.of(300, 600), List.of("sgray_8", "srgb_8"), SheetBack.NORMAL);

    private static final Map<String, Told<PrinterReport>> REPORTS = Map.ofEntries(
            Map.entry("idle, nothing printed yet", counting(3, 0)),
            Map.entry("idle, it does not count", told(3, true, UNCOUNTED, false)),
            Map.entry("printing, one side is out", counting(4, 1)),
            Map.entry("stopped: no paper", counting(5, 0, "media-empty-error")),
            Map.entry("stopped: no paper and a cover open", counting(5, 0, "media-empty-error", "cover-open-error")),
            Map.entry(
                    "stopped: a jam, little toner, a report, a word that nobody knows",
                    counting(5, 123_456, "media-jam-error", "toner-low-warning", "hibernate-report", "example-tired")),
            Map.entry("idle, takes no jobs", told(3, false, OptionalInt.of(0), false)),
            Map.entry("idle, its count unknown, its reasons without a value", told(3, true, UNCOUNTED, false)),
            Map.entry("a queue of CUPS, its version in a language", told(3, true, UNCOUNTED, true)),
            Map.entry("idle, and it names what it does not know", counting(3, 7)),
            Map.entry("idle, and it tells more than it was asked for, some in a language", counting(3, 7)),
            Map.entry("idle, among types and groups that nobody knows", counting(3, 7)),
            Map.entry("no word of the printer", nothing("not-understood", "no printer attributes")),
            Map.entry("refused, in a language", nothing("printer-refused", "0x0402 client-error-not-authenticated")));

    private static final Map<String, Told<PrinterAbility>> ABILITIES = Map.of(
            "PDF and raster, A4 and A5, both sides",
            can(List.of("application/pdf", "image/pwg-raster"), SIDES, PAPERS, TRAYS, RASTER),
            "raster, no PDF",
            can(List.of("image/pwg-raster"), SIDES, PAPERS, TRAYS, RASTER),
            "PDF on one side of A4, no word of raster",
            can(
                    List.of("application/pdf"),
                    List.of("one-sided"),
                    List.of("iso_a4_210x297mm"),
                    List.of(),
                    new RasterAbility(List.of(), List.of(), SheetBack.NORMAL)),
            "resolutions of all kinds, sizes by name, some lists without a value",
            can(
                    List.of("application/octet-stream", "image/pwg-raster", "application/pdf"),
                    List.of(),
                    List.of("Briefbogen"),
                    List.of(),
                    new RasterAbility(List.of(1200, 600), List.of("black_1"), SheetBack.ROTATED)));

    private final GoldenPrinter printer = new GoldenPrinter();

    private static Told<PrinterReport> told(
            int state, boolean accepting, OptionalInt count, boolean queue, String... reasons) {
        return new Told.Value<>(new PrinterReport(state, accepting, List.of(reasons), count, queue));
    }

    private static Told<PrinterReport> counting(int state, int count, String... reasons) {
        return told(state, true, OptionalInt.of(count), false, reasons);
    }

    private static Told<PrinterAbility> can(
            List<String> formats, List<String> sides, List<String> media, List<String> sources, RasterAbility raster) {
        return new Told.Value<>(new PrinterAbility(formats, sides, media, sources, raster));
    }

    private static Told<PrinterReport> nothing(String fault, String seen) {
        return new Told.Nothing<>(new DeviceFault(fault, WhoActs.MAINTENANCE, seen));
    }

    @AfterEach
    void stop() {
        printer.close();
    }

    static Stream<String> reports() {
        return Golden.answersTo("how the printer is");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void howThePrinterIs(String title) {
        printer.says(Golden.answer("how the printer is", title));
        assertThat(printer.client().printer()).isEqualTo(REPORTS.get(title));
    }

    static Stream<String> abilities() {
        return Golden.answersTo("what the printer can do");
    }

    @ParameterizedTest
    @MethodSource("abilities")
    void whatThePrinterCanDo(String title) {
        printer.says(Golden.answer("what the printer can do", title));
        assertThat(printer.client().ability()).isEqualTo(ABILITIES.get(title));
    }
}
