package org.yici.driver.ipp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.device.DocumentPrinter;
import org.yici.device.contract.DocumentPrinterContract;

/**
 * The driver and a queue of Debian's CUPS, with Debian's ippeveprinter behind it. The far end of the driver's wire is CUPS: it is CUPS
 * that is unplugged. What becomes of a printer that is lost behind it stands in {@link CupsPrinterBehindTest}.
 */
class CupsQueueContractTest extends DocumentPrinterContract {
    @TempDir
    Path folder;

    private @Nullable IppEvePrinter printer;
    private @Nullable CupsServer cups;

    private CupsServer cups() {
        return requireNonNull(cups);
    }

    private IppEvePrinter printer() {
        return requireNonNull(printer);
    }

    @Override
    protected void setUpHardware() throws Exception {
        printer = IppEvePrinter.counting(folder);
        cups = CupsServer.inFrontOf(printer().uri());
    }

    @Override
    protected void tearDownHardware() throws Exception {
        CupsServer.closeAll(cups, printer);
    }

    @Override
    protected DocumentPrinter startDriver() {
        return cups().driver(30);
    }

    @Override
    protected void takePaperOut() throws IOException {
        printer().takePaperOut();
    }

    @Override
    protected void unplug() throws InterruptedException {
        cups().stop();
    }

    @Override
    protected void plugIn() throws IOException {
        cups().startAfresh();
    }

    @Override
    protected List<String> jobsSeen() throws IOException {
        return printer().jobsSeen();
    }

    @Override
    protected byte[] document(int sheets) {
        return Pages.pdf(sheets);
    }

    @Test
    void offersItsQueueWithTheProfileThatItDeserves() {
        assertThat(CupsQueues.at(cups().root())).singleElement().satisfies(queue -> assertThat(
                        queue.config().orElseThrow().settings())
                .isEqualTo(Map.of("uri", cups().uri(), "evidence", "job-state")));
    }
}
