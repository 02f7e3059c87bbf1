package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yici.device.PaperSize;
import org.yici.device.PrintOrder;
import org.yici.device.Sides;
import org.yici.driver.ipp.IppClient.Sheaf;

/** Every request of the driver is the golden one, byte for byte, as it comes out of a real socket. */
class GoldenRequestsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] DOCUMENT = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    private final GoldenPrinter printer = new GoldenPrinter();
    private final IppClient client = printer.client();

    @AfterEach
    void stop() {
        printer.close();
    }

    private void answer(String... requests) {
        for (String request : requests) {
            printer.says(
                    Golden.answer(request, Golden.answersTo(request).findFirst().orElseThrow()));
        }
    }

    private void assertHeard(String... requests) {
        assertHeard(Stream.of(requests).map(Golden::request).map(HEX::formatHex).toList());
    }

    private void assertHeard(List<String> messages) {
        assertThat(printer.heard().stream().map(HEX::formatHex)).isEqualTo(messages);
    }

    @Test
    void asksHowThePrinterIs() {
        answer("how the printer is");
        client.printer();
        assertHeard("how the printer is");
    }

    @Test
    void asksWhatThePrinterCanDo() {
        answer("what the printer can do");
        client.ability();
        assertHeard("what the printer can do");
    }

    private void prints(String request, PaperSize paper, Sides sides, Optional<String> tray) {
        answer(request);
        client.print(Sheaf.pdf(new PrintOrder("copy-1", DOCUMENT, 2, paper, sides), tray), Duration.ofSeconds(10));
        assertHeard(List.of(HEX.formatHex(Golden.request(request)) + HEX.formatHex(DOCUMENT)));
    }

    @Test
    void printsOnOneSideOfA4() {
        prints("print on one side of A4", PaperSize.A4, Sides.ONE_SIDED, Optional.empty());
    }

    @Test
    void printsOnBothSidesOfA4() {
        prints("print on both sides of A4", PaperSize.A4, Sides.TWO_SIDED_LONG_EDGE, Optional.empty());
    }

    @Test
    void printsOnBothSidesOfA5FromItsTray() {
        prints(
                "print on both sides of A5 out of tray-2",
                PaperSize.A5,
                Sides.TWO_SIDED_SHORT_EDGE,
                Optional.of("tray-2"));
    }

    @Test
    void printsOnOneSideOfA5FromAnotherTray() {
        prints(
                "print on one side of A5 out of tray-1, where A4 lies",
                PaperSize.A5,
                Sides.ONE_SIDED,
                Optional.of("tray-1"));
    }

    @Test
    void asksHowAJobIs() {
        answer("how job 1 is");
        client.job(1);
        assertHeard("how job 1 is");
    }

    @Test
    void asksForOpenJobsAndThenForThoseThatEnded() {
        answer("which jobs are open", "which jobs have ended");
        client.jobs("copy-1");
        assertHeard("which jobs are open", "which jobs have ended");
    }

    @Test
    void cancelsAJob() {
        answer("cancel job 1");
        client.cancel(1);
        assertHeard("cancel job 1");
    }

    @Test
    void asksForTheQueuesOfACups() {
        answer("the queues of a CUPS");
        CupsQueues.at(printer.httpUri());
        assertHeard("the queues of a CUPS");
    }

    @Test
    void thereIsNoOtherGoldenRequest() {
        assertThat(Golden.requests()).hasSize(11);
    }
}
