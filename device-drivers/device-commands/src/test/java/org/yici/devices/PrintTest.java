package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.devices.Ran.run;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yici.bench.ipp.IppPrinter;
import org.yici.bench.ipp.TlsIdentity;
import tools.jackson.databind.JsonNode;

/** Sheets out of a printer of the bench, as scripts see them. */
class PrintTest extends AtTheBench {
    @Test
    void printsAndTellsTheEvidence() throws Exception {
        Ran ran = run("print", bench.document(2).toString(), "--printer", bench.printerUri(), "--copies", "2");
        assertThat(ran.exit()).as(ran.words()).isZero();
        assertThat(ran.kinds()).contains("job", "sent", "outcome");
        assertThat(ran.last().path("outcome").asString()).isEqualTo("delivered");
        assertThat(ran.last().path("evidence").asString()).isEqualTo("impressions");
        assertThat(ran.last().path("sheets").asInt()).isEqualTo(2);
        assertThat(bench.printer().tray().sheets()).hasSize(4);
    }

    @Test
    void asksForPaperSidesAndTray() throws Exception {
        String uri = bench.printerUri();
        String file = bench.document(3).toString();
        Ran ran = run(
                "print", file, "--printer", uri, "--paper", "A5", "--sides", "two-sided-long-edge", "--tray", "tray-2");
        assertThat(ran.exit()).as(ran.words()).isZero();
        assertThat(ran.last().path("sheets").asInt()).isEqualTo(2);
        assertThat(bench.printer().tray().sheets()).hasSize(2);
        Ran refused = run("print", file, "--printer", uri, "--tray", "tray-9");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.last().path("fault").path("name").asString()).isEqualTo("tray-unsupported");
        assertThat(run("print", file, "--printer", uri, "--sides", "both").exit())
                .isEqualTo(2);
    }

    /** The way of whoever mounts a printer that speaks TLS: it tells its certificate, which is then configured. */
    @Test
    void tellsTheCertificateThatHasToBeConfigured() throws Exception {
        IppPrinter.Tls tls = new IppPrinter.Tls(0, TlsIdentity.make(folder));
        try (IppPrinter encrypted = new IppPrinter(0, Optional.of(tls), bench.printer(), Clock.systemUTC())) {
            String uri = encrypted.tlsUri().orElseThrow().toString();
            Ran unknown = run("status", "--printer", uri);
            assertThat(unknown.exit()).isEqualTo(1);
            JsonNode fault = unknown.last().path("faults").path(0);
            assertThat(fault.path("name").asString()).isEqualTo("certificate-unknown");
            String digest = fault.path("nativeCode").asString().replace("sha256 ", "");
            assertThat(run("status", "--printer", uri, "--tls-sha256", digest).exit())
                    .isZero();
            Ran printed = run("print", bench.document(1).toString(), "--printer", uri, "--tls-sha256", digest);
            assertThat(printed.exit()).as(printed.words()).isZero();
        }
    }

    @Test
    void tellsThatThePrinterWaitsAndCancelsInTheEnd() throws Exception {
        bench.printer().paperOut(true);
        Ran ran = run("print", bench.document(1).toString(), "--printer", bench.printerUri(), "--timeout", "2");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.kinds()).contains("waiting");
        assertThat(ran.last().path("outcome").asString()).isEqualTo("failed");
        assertThat(ran.last().path("fault").path("whoActs").asString()).isNotEmpty();
        assertThat(ran.words()).contains("Nothing came out");
    }
}
