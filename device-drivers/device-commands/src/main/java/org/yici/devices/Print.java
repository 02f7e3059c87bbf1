package org.yici.devices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DocumentPrinter;
import org.yici.device.PaperSize;
import org.yici.device.PrintOrder;
import org.yici.device.PrintOutcome;
import org.yici.device.PrintProgress;
import org.yici.device.Sides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a document and follows it until there is evidence that it came out. */
@Command(
        name = "print",
        description = "Prints a PDF and follows it until there is evidence that it came out.",
        mixinStandardHelpOptions = true)
final class Print implements Callable<Integer> {
    /** For one copy. A driver ends long before; somebody may still be putting paper in. */
    private static final int LONGEST_MINUTES = 60;

    private static final int MOST_COPIES = 20;

    private final Lines lines;

    @Parameters(paramLabel = "FILE.pdf")
    private Path file = Path.of("");

    @Option(names = "--printer", required = true, paramLabel = "URI", description = "ipp:// or ipps://host:port/path")
    private String printer = "";

    @Option(
            names = "--tls-sha256",
            paramLabel = "D",
            description = "SHA-256 of the printer's certificate; without it nothing is sent over ipps://")
    private @Nullable String certificate;

    @Option(
            names = "--paper",
            paramLabel = "P",
            defaultValue = "A4",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private PaperSize paper = PaperSize.A4;

    @Option(
            names = "--sides",
            paramLabel = "S",
            defaultValue = "one-sided",
            description = "one-sided, two-sided-long-edge or two-sided-short-edge (${DEFAULT-VALUE})")
    private String sides = "";

    @Option(names = "--tray", paramLabel = "T", description = "where the paper comes from, such as tray-2")
    private @Nullable String tray;

    @Option(
            names = "--evidence",
            paramLabel = "E",
            defaultValue = "impressions",
            description =
                    "what this printer proves: page-counter, impressions, job-state or citizen-word (${DEFAULT-VALUE})")
    private String evidence = "";

    @Option(
            names = "--copies",
            paramLabel = "N",
            defaultValue = "1",
            description = "each a job of its own (${DEFAULT-VALUE})")
    private int copies;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "180",
            description =
                    "seconds that a job may wait for paper or for the printer; then it is cancelled (${DEFAULT-VALUE})")
    private int timeout;

    Print(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        if (copies < 1 || copies > MOST_COPIES) {
            throw new IllegalArgumentException("--copies must be 1 to " + MOST_COPIES);
        }
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(file + " cannot be read");
        }
        byte[] pdf = Files.readAllBytes(file);
        Sides wished = wishedSides();
        int pages = pages(pdf);
        DeviceConfig config =
                new DeviceConfig(new DeviceId("document-printer"), DeviceKind.DOCUMENT_PRINTER, "ipp", settings());
        boolean all = true;
        try (Watched watched = new Watched(config, lines)) {
            for (int copy = 1; copy <= copies; copy++) {
                PrintOrder order = new PrintOrder("yici-" + UUID.randomUUID(), pdf, pages, paper, wished);
                all &= isPrinted((DocumentPrinter) watched.device(), order, copy);
            }
        }
        return all ? 0 : 1;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("uri", printer);
        settings.put("evidence", evidence);
        settings.put("waiting-limit-s", String.valueOf(timeout));
        if (certificate != null) {
            settings.put("tls-sha256", certificate);
        }
        if (tray != null) {
            settings.put("tray-" + Line.word(paper), tray);
        }
        return settings;
    }

    private Sides wishedSides() {
        return Arrays.stream(Sides.values())
                .filter(known -> Line.word(known).equals(sides))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--sides must be one of "
                        + Arrays.stream(Sides.values()).map(Line::word).toList()));
    }

    private int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " is no PDF that can be read", e);
        }
    }

    private boolean isPrinted(DocumentPrinter device, PrintOrder order, int copy)
            throws InterruptedException, ExecutionException {
        lines.tell(
                Line.of("job").with("copy", copy).with("job", order.jobName()).with("sheets", order.sheets()));
        try {
            PrintOutcome outcome = device.print(order, this::tell).get(LONGEST_MINUTES, TimeUnit.MINUTES);
            tell(outcome, order.sheets());
            return outcome instanceof PrintOutcome.Delivered;
        } catch (TimeoutException e) {
            lines.tell(Line.of("outcome").with("outcome", "uncertain"));
            lines.words().println("No outcome within " + LONGEST_MINUTES + " minutes; look at the printer");
            return false;
        }
    }

    private void tell(PrintProgress progress) {
        if (progress instanceof PrintProgress.Sent sent) {
            lines.tell(Line.of("sent").with("jobId", sent.jobId()));
        } else if (progress instanceof PrintProgress.Printing printing) {
            lines.tell(Line.of("printing").with("sheets", printing.sheets()));
        } else if (progress instanceof PrintProgress.Waiting waiting) {
            lines.tell(Line.of("waiting").with("fault", Watched.fault(waiting.fault())));
            lines.words().println("The printer waits: " + waiting.fault().words());
        }
    }

    private void tell(PrintOutcome outcome, int sheets) {
        Line line = Line.of("outcome");
        if (outcome instanceof PrintOutcome.Delivered delivered) {
            line.with("outcome", "delivered")
                    .with("evidence", delivered.evidence())
                    .with("sheets", delivered.sheets());
            lines.tell(line);
        } else if (outcome instanceof PrintOutcome.Partial partial) {
            line.with("outcome", "partial").with("sheets", partial.sheets());
            tell(line, partial.fault(), partial.sheets() + " of " + sheets + " sheets came out");
        } else if (outcome instanceof PrintOutcome.Failed failed) {
            line.with("outcome", "failed").with("sheets", 0);
            tell(line, failed.fault(), "Nothing came out");
        } else if (outcome instanceof PrintOutcome.Uncertain uncertain) {
            line.with("outcome", "uncertain").with("mayStillPrint", uncertain.mayStillPrint());
            tell(
                    line,
                    uncertain.fault(),
                    uncertain.mayStillPrint()
                            ? "Nobody knows what came out, and more may come; look at the printer before the next print"
                            : "Nobody knows what came out; look at the printer");
        }
    }

    private void tell(Line line, DeviceFault fault, String words) {
        lines.tell(line.with("fault", Watched.fault(fault)));
        lines.words().println(words + ": " + fault.words());
    }
}
