package org.yici.driver.ipp;

import com.hp.jipp.model.JobState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DocumentPrinter;
import org.yici.device.contract.DocumentPrinterContract;

class ScriptedPrinterContractTest extends DocumentPrinterContract {
    private ScriptedPrinter printer = new ScriptedPrinter();

    @Override
    protected void setUpHardware() throws IOException {
        printer = new ScriptedPrinter();
        printer.plugIn();
        printer.life = job -> {
            if (job.document.length > 0 && job.state == JobState.processing) {
                job.end(JobState.completed, pages(job.document));
            }
        };
    }

    private static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    protected void tearDownHardware() {
        printer.close();
    }

    @Override
    protected DocumentPrinter startDriver() {
        DeviceConfig config = new DeviceConfig(
                new DeviceId("document-printer"),
                DeviceKind.DOCUMENT_PRINTER,
                "ipp",
                Map.of("uri", printer.uri(), "poll-ms", "50", "status-ms", "100", "waiting-limit-s", "20"));
        return (DocumentPrinter) new IppDriver().start(config, new FastTime());
    }

    @Override
    protected void takePaperOut() {
        printer.reasons = List.of("media-empty-error", "media-needed-error");
        printer.life = job -> {};
    }

    @Override
    protected void unplug() {
        printer.unplug();
    }

    @Override
    protected void plugIn() throws IOException {
        printer.plugIn();
    }

    @Override
    protected List<String> jobsSeen() {
        return printer.jobNames();
    }

    @Override
    protected byte[] document(int sheets) {
        return Pages.pdf(sheets);
    }
}
