package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Resolution;
import com.hp.jipp.encoding.ResolutionUnit;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yici.base.Time;
import org.yici.device.DeviceId;
import org.yici.device.DeviceThread;
import org.yici.device.PaperSize;
import org.yici.device.PrintOrder;
import org.yici.device.Sides;
import org.yici.device.contract.Fuzz;
import org.yici.driver.ipp.IppClient.Sheaf;

/** Whatever a printer answers: the client tells something of it, and never throws. */
class IppFuzzTest {
    private static final List<byte[]> SOUND = List.of(
            bytes(AttributeGroup.groupOf(
                    Tag.printerAttributes,
                    Types.printerState.of(PrinterState.idle),
                    Types.printerStateReasons.of("media-empty-warning", "toner-low"),
                    Types.printerIsAcceptingJobs.of(true),
                    Types.printerImpressionsCompleted.of(1234))),
            bytes(AttributeGroup.groupOf(
                    Tag.printerAttributes,
                    Types.documentFormatSupported.of("application/pdf", "image/pwg-raster"),
                    Types.sidesSupported.of("one-sided", "two-sided-long-edge"),
                    Types.mediaSupported.of("iso_a4_210x297mm", "iso_a5_148x210mm"),
                    Types.mediaSourceSupported.of("tray-1", "tray-2"),
                    Types.pwgRasterDocumentResolutionSupported.of(
                            new Resolution(300, 300, ResolutionUnit.dotsPerInch),
                            new Resolution(600, 600, ResolutionUnit.dotsPerInch)),
                    Types.pwgRasterDocumentTypeSupported.of("sgray_8", "srgb_8"),
                    Types.pwgRasterDocumentSheetBack.of("rotated"))),
            bytes(AttributeGroup.groupOf(
                    Tag.jobAttributes,
                    Types.jobId.of(12),
                    Types.jobName.of("yc-1"),
                    Types.jobState.of(JobState.completed),
                    Types.jobStateReasons.of("job-completed-successfully"),
                    Types.jobImpressionsCompleted.of(2),
                    Types.jobMediaSheetsCompleted.of(2))));

    private static final PrintOrder ORDER =
            new PrintOrder("yc-1", new byte[10], 1, PaperSize.A5, Sides.TWO_SIDED_LONG_EDGE);

    private volatile byte[] answer = {};

    private static byte[] bytes(AttributeGroup group) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new IppPacket(
                            Status.successfulOk,
                            1,
                            AttributeGroup.groupOf(
                                    Tag.operationAttributes,
                                    Types.attributesCharset.of("utf-8"),
                                    Types.attributesNaturalLanguage.of("en")),
                            group)
                    .write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void tellsSomethingOfEveryAnswer() throws Exception {
        // Otherwise every answer waits 40 ms for an acknowledgement of its header.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            String address = "127.0.0.1:" + server.getAddress().getPort() + "/";
            IppLink link = new IppLink(
                    URI.create("http://" + address),
                    Optional.empty(),
                    new DeviceThread(new DeviceId("printer")),
                    Time.system());
            IppClient client = new IppClient(URI.create("ipp://" + address), link);
            Fuzz.run("answers of printers", random -> {
                answer = Fuzz.damaged(SOUND.get(random.nextInt(SOUND.size())), random);
                ask(client, random);
            });
        } finally {
            server.stop(0);
        }
    }

    private static void ask(IppClient client, Random random) {
        Object told =
                switch (random.nextInt(5)) {
                    case 0 -> client.printer();
                    case 1 -> client.job(12);
                    case 2 -> client.jobs("yc-1");
                    case 3 -> client.ability();
                    default -> client.print(Sheaf.pdf(ORDER, Optional.of("tray-1")), Duration.ofSeconds(5));
                };
        assertThat(told.toString()).isNotBlank();
        if (told instanceof IppClient.Told.Value<?> value && value.value() instanceof PrinterReport report) {
            assertThat(PrinterCondition.of(report).state()).isNotNull();
        }
        if (told instanceof IppClient.Told.Value<?> value && value.value() instanceof PrinterAbility ability) {
            boolean able = ability.obstacle(ORDER, Optional.of("tray-1")).isEmpty();
            boolean knowsHow = ability.formats().contains(IppClient.PDF)
                    || ability.rasterFor(ORDER).isPresent();
            assertThat(!able || knowsHow).isTrue();
        }
    }
}
