package org.yici.proof.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.base.Time;
import org.yici.base.port.CounterpartThatStops;
import org.yici.base.port.CounterpartThatStops.Way;
import org.yici.bench.pty.PseudoTerminal;
import org.yici.device.Device;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;

/** A device that takes what it is asked and then stops: the driver says so, and lets itself be closed. */
class StoppedCounterpartsTest {
    /** Longer than any wait of these drivers. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final byte[] HTTP_HEADERS =
            "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    /** The beginning of an SDT frame that promises more. */
    private static final byte[] SDT_HEAD = HexFormat.of().parseHex("aaaaaa96690508");

    @ParameterizedTest
    @EnumSource
    void aPrinterThatStops(Way way) throws Exception {
        try (CounterpartThatStops printer = CounterpartThatStops.onLoopback(way, HTTP_HEADERS)) {
            Device driver = start(
                    DeviceKind.DOCUMENT_PRINTER,
                    "ipp",
                    Map.of("uri", "ipp://127.0.0.1:" + printer.port() + "/ipp/print", "status-ms", "100"));
            assertThat(printer.wasAsked(30, TimeUnit.SECONDS)).isTrue();
            isToldAndCloses(driver);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReaderThatStops(Way way) throws Exception {
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            TerminalStreams streams = new TerminalStreams(terminal);
            CounterpartThatStops reader = CounterpartThatStops.on(way, SDT_HEAD, streams.in(), streams.out());
            Device driver = start(
                    DeviceKind.IDENTITY_READER,
                    "sdt",
                    Map.of("port", terminal.slave().toString(), "poll-ms", "50"));
            assertThat(reader.wasAsked(30, TimeUnit.SECONDS)).isTrue();
            isToldAndCloses(driver);
            reader.close();
        }
    }

    private static Device start(DeviceKind kind, String driver, Map<String, String> settings) {
        return DriverProvider.start(
                ServiceLoader.load(DriverProvider.class),
                new DeviceConfig(new DeviceId("stopped"), kind, driver, new HashMap<>(settings)),
                Time.system());
    }

    private static void isToldAndCloses(Device driver) {
        await("a fault of the device")
                .atMost(LIMIT)
                .until(() -> !driver.status().state().usable()
                        && !driver.status().faults().isEmpty());
        CompletableFuture<Void> closed = CompletableFuture.runAsync(driver::close);
        assertThat(closed).succeedsWithin(Duration.ofSeconds(20));
    }
}
