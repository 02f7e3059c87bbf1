package org.yici.bench.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.yici.bench.printer.JobState;
import org.yici.bench.printer.Lie;
import org.yici.bench.printer.OutputTray;
import org.yici.bench.printer.PrintJob;
import org.yici.bench.printer.Printer;

/** A printer at the golden address whose clock stands still, without its HTTP. */
final class GoldenRig implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final byte[] NO_DOCUMENT = {};

    final Printer printer;
    private final Operations operations;
    private volatile boolean holding;

    GoldenRig(Path folder) throws IOException {
        printer = new Printer(Duration.ofMillis(1), new OutputTray(folder.resolve("paper")), CLOCK, this::changed);
        operations = new Operations(
                printer,
                new PrinterAttributes(Golden.URI, new PrinterUris(Golden.URI, Optional.empty()), printer, CLOCK));
    }

    /** Draws no second sheet in until something else is said. */
    void holdAfterOneSide() {
        holding = true;
    }

    private void changed() {
        if (holding && printer.odometer().impressions() == 1) {
            holding = false;
            printer.lie(Lie.NEVER_ENDS, true);
        }
    }

    void assertAnswers(String request, String answer) throws IOException {
        assertAnswers(request, answer, NO_DOCUMENT);
    }

    void assertAnswers(String request, String answer, byte[] document) throws IOException {
        assertThat(answer(Golden.request(request), document)).isEqualTo(Golden.answer(request, answer));
    }

    /** What it says to a message, both in hexadecimal digits. */
    String answer(String message, byte[] document) throws IOException {
        Message request = MessageReader.read(new ByteArrayInputStream(Golden.bytes(message)));
        Message answer = operations.answer(request, new ByteArrayInputStream(document));
        return HexFormat.of().formatHex(MessageWriter.bytes(answer));
    }

    void awaitState(int job, JobState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> job(job).state() == state);
    }

    void awaitSides(int job, int sides) {
        await().atMost(Duration.ofSeconds(20)).until(() -> job(job).printed() == sides);
    }

    PrintJob job(int id) {
        return printer.job(id).orElseThrow();
    }

    @Override
    public void close() {
        printer.close();
    }
}
