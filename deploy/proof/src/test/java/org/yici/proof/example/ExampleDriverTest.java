package org.yici.proof.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.base.Time;
import org.yici.device.Counter;
import org.yici.device.Device;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceState;
import org.yici.device.DriverProvider;
import org.yici.device.IdentityReader;
import org.yici.device.ReaderEvent;
import org.yici.device.ReaderEvent.CardRead;

/** {@code docs/examples/line-reader}, compiled against {@code device-api} and what that needs, and nothing else. */
class ExampleDriverTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("yici.root", "../.."), "docs/examples/line-reader/src/main");
    private static final String CARD =
            "林知夏;2;15;1988-02-29;示范省示范县一次镇桂花街12号;000101198802290029;示范县公安局;2019-11-05;2039-11-05\n";

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-Xlint:all", "-Werror", "-d", classes.toString(), "-cp", classPath()));
        try (Stream<Path> sources = Files.walk(EXAMPLE.resolve("java"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .as("the compiler's exit code")
                .isZero();
        Path services = Path.of("META-INF/services");
        Files.createDirectories(classes.resolve(services));
        String name = DriverProvider.class.getName();
        Files.copy(
                EXAMPLE.resolve("resources").resolve(services).resolve(name),
                classes.resolve(services).resolve(name));
    }

    private static String classPath() {
        return Stream.of(Device.class, Time.class, NullMarked.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Device start(String address) throws IOException {
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ExampleDriverTest.class.getClassLoader());
        DeviceConfig config = new DeviceConfig(
                new DeviceId("id-card-reader"), DeviceKind.IDENTITY_READER, "line-reader", Map.of("address", address));
        return DriverProvider.start(ServiceLoader.load(DriverProvider.class, loader), config, Time.system());
    }

    @Test
    void readsCardsAndComesBackAfterALoss() throws Exception {
        List<ReaderEvent> events = new CopyOnWriteArrayList<>();
        int port;
        IdentityReader reader;
        try (ServerSocket plate = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = plate.getLocalPort();
            reader = (IdentityReader) start("127.0.0.1:" + port);
            reader.onEvent(events::add);
            try (Socket line = plate.accept()) {
                line.getOutputStream().write((CARD + "nonsense\n").getBytes(StandardCharsets.UTF_8));
                await().atMost(Duration.ofSeconds(10)).until(() -> events.size() == 2);
                assertThat(reader.status().state()).isEqualTo(DeviceState.ONLINE);
            }
        }
        assertThat(((CardRead) events.get(0)).card().reveal().name()).isEqualTo("林知夏");
        assertThat(events.get(1)).isInstanceOf(ReaderEvent.CardRefused.class);
        await().atMost(Duration.ofSeconds(10)).until(() -> reader.status().state() == DeviceState.OFFLINE);
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                Socket line = again.accept()) {
            line.getOutputStream().write(CARD.getBytes(StandardCharsets.UTF_8));
            await().atMost(Duration.ofSeconds(10)).until(() -> events.size() == 3);
        }
        assertThat(reader.counts()).containsEntry(Counter.READS, 2L).containsEntry(Counter.FAILURES, 1L);
        reader.close();
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> start("nowhere")).isInstanceOf(IllegalArgumentException.class);
    }
}
