package org.yici.bench.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else's reading of the standard: the suites of {@code ipptool} (Debian's cups-ipp-utils). */
@Timeout(120)
class IppToolTest extends AtThePrinter {
    private static final Path SUITES = Path.of("/usr/share/cups/ipptool");

    /** The one thing that the long suite does not allow for: most of its steps expect a queue. */
    private static final String BUSY = "got server-error-busy";

    IppToolTest() {
        super(Duration.ofMillis(50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get-printer-attributes.test",
                "print-job.test",
                "print-job-and-wait.test",
                "create-job.test",
                "validate-job.test",
                "get-jobs.test",
                "get-completed-jobs.test",
                "ipp-1.1.test"
            })
    void passes(String suite) throws IOException, InterruptedException {
        passes(suite, ipp.uri());
    }

    @Test
    void passesOverTls() throws IOException, InterruptedException {
        IppPrinter.Tls tls = new IppPrinter.Tls(0, TlsIdentity.make(folder));
        try (IppPrinter secured = new IppPrinter(0, Optional.of(tls), printer, Clock.systemUTC())) {
            passes("print-job-and-wait.test", secured.tlsUri().orElseThrow());
        }
    }

    private void passes(String suite, URI printer) throws IOException, InterruptedException {
        Path document = Files.write(folder.resolve("document.pdf"), TestDocuments.pdf(1));
        Path output = folder.resolve("output.txt");
        Process tool = new ProcessBuilder(
                        "ipptool",
                        "-t",
                        "-f",
                        document.toString(),
                        "-d",
                        "filetype=application/pdf",
                        printer.toString(),
                        SUITES.resolve(suite).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(tool.waitFor(90, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(said).contains("[PASS]");
        assertThat(said.split("\\[FAIL]", -1)).as(said).hasSameSizeAs(said.split(BUSY, -1));
    }
}
