package org.yici.proof.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.yici.bench.ipp.IppPrinter;
import org.yici.bench.printer.Lie;
import org.yici.bench.printer.OutputTray;
import org.yici.bench.printer.PrintJob;
import org.yici.bench.printer.Printer;

/** The bench's printer with one far end's lies, and the truth about its tray. */
final class LyingPrinter implements AutoCloseable {
    private final Printer printer;
    private final IppPrinter wire;

    LyingPrinter(Path folder, FarEnd farEnd) throws IOException {
        printer = new Printer(
                Duration.ofMillis(20), new OutputTray(folder.resolve("paper")), Clock.systemUTC(), () -> {});
        farEnd.lies().forEach(lie -> printer.lie(lie, true));
        wire = new IppPrinter(0, printer, Clock.systemUTC());
    }

    URI uri() {
        return wire.uri();
    }

    void becomeHonest(FarEnd farEnd) {
        farEnd.lies().forEach(lie -> printer.lie(lie, false));
    }

    /** All that it ever took, the oldest first. */
    List<PrintJob> jobs() {
        return printer.jobs().stream()
                .sorted((a, b) -> Integer.compare(a.id(), b.id()))
                .toList();
    }

    /** Nothing more will come out. */
    boolean isAtRest() {
        return jobs().stream().allMatch(job -> job.state().isOver()) || printer.lies(Lie.NEVER_ENDS);
    }

    /** Sheets in the tray that bear this copy's name. */
    int sheets(String copyId) {
        List<Integer> jobs = jobs().stream()
                .filter(job -> job.name().equals(copyId))
                .map(PrintJob::id)
                .toList();
        return (int) printer.tray().sheets().stream()
                .filter(sheet -> jobs.contains(sheet.job()))
                .count();
    }

    /** No copy was ordered twice, so no page of it can have come out twice. */
    void assertNoCopyTwice() {
        assertThat(jobs()).extracting(PrintJob::name).doesNotHaveDuplicates();
        for (PrintJob job : jobs()) {
            List<Integer> pages = printer.tray().sheets().stream()
                    .filter(sheet -> sheet.job() == job.id())
                    .map(OutputTray.Sheet::page)
                    .toList();
            assertThat(pages).as("pages of %s", job.name()).doesNotHaveDuplicates();
        }
    }

    @Override
    public void close() {
        wire.close();
        printer.close();
    }
}
