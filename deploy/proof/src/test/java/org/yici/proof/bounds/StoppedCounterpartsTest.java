package org.yici.proof.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
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

/** What takes a request and then stops: the driver says that the device cannot be used, and lets itself be closed. */
class StoppedCounterpartsTest {
    /** Longer than any wait of these drivers. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final byte[] HTTP_HEADERS = CounterpartThatStops.httpHeaders("application/ipp");
    /** The beginning of an SDT frame that promises more. */
    private static final byte[] SDT_HEAD = HexFormat.of().parseHex("aaaaaa96690508");

    @TempDir
    Path folder;

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

    /** The client library waits without an end of its own; the driver and whoever closes it do not. */
    @ParameterizedTest
    @EnumSource
    void aSmartCardServiceThatStops(Way way) throws Exception {
        Path socket = folder.resolve("pcscd.comm");
        try (CounterpartThatStops service = CounterpartThatStops.onSocket(way, new byte[8], socket)) {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    CardServiceClient.class.getName());
            builder.environment().put("PCSCLITE_CSOCK_NAME", socket.toString());
            Process client =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            try (var out = client.inputReader(StandardCharsets.UTF_8);
                    var in = client.outputWriter(StandardCharsets.UTF_8)) {
                assertThat(out.readLine()).isEqualTo("started");
                assertThat(service.wasAsked(60, TimeUnit.SECONDS)).isTrue();
                in.write("\n");
                in.flush();
                assertThat(client.onExit()).succeedsWithin(Duration.ofSeconds(30));
                assertThat(out.lines()).containsExactly("not usable", "closed");
            } finally {
                client.destroyForcibly();
            }
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
