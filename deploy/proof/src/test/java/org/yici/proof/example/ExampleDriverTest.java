package org.yici.proof.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.yici.base.port.FreePort;
import org.yici.device.Counter;
import org.yici.device.Device;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DriverProvider;
import org.yici.device.IdentityReader;
import org.yici.device.ReaderEvent;
import org.yici.device.ReaderEvent.CardRead;
import org.yici.device.ReaderEvent.CardRefused;
import org.yici.device.ReaderEvent.Reason;
import org.yici.device.contract.IdentityReaderContract;

/** {@code docs/examples/line-reader}, compiled against {@code device-api} and what that needs, and nothing else; held to the contract of its kind. */
class ExampleDriverTest extends IdentityReaderContract {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("yici.root", "../.."), "docs/examples/line-reader/src/main");
    private static final String CARD =
            "林知夏;2;15;1988-02-29;示范省示范县一次镇桂花街12号;000101198802290029;示范县公安局;2019-11-05;2039-11-05\n";

    @TempDir
    static Path classes;

    private static ClassLoader loader = ExampleDriverTest.class.getClassLoader();

    private final LinePlate plate;

    ExampleDriverTest() throws IOException {
        plate = new LinePlate(FreePort.next());
    }

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
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, loader);
    }

    private static String classPath() {
        return Stream.of(Device.class, Time.class, NullMarked.class)
                .map(ExampleDriverTest::place)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** As a path: in the address of a place a space is another thing. */
    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Device start(String address) {
        DeviceConfig config = new DeviceConfig(
                new DeviceId("id-card-reader"), DeviceKind.IDENTITY_READER, "line-reader", Map.of("address", address));
        return DriverProvider.start(ServiceLoader.load(DriverProvider.class, loader), config, Time.system());
    }

    @Override
    protected void setUpHardware() throws IOException {
        plate.plugIn();
    }

    @Override
    protected void tearDownHardware() throws IOException {
        plate.unplug();
    }

    @Override
    protected IdentityReader startDriver() {
        return (IdentityReader) start("127.0.0.1:" + plate.port());
    }

    @Override
    protected void unplug() throws IOException {
        plate.unplug();
    }

    @Override
    protected void plugIn() throws IOException {
        plate.plugIn();
    }

    @Override
    protected void layCard() {
        plate.send(CARD);
    }

    /** A line is sent once, however long the card lies there. */
    @Override
    protected void takeCard() {}

    @Override
    protected void answerHalfOnce() {
        plate.send(CARD.substring(0, CARD.length() / 2) + "\n");
    }

    @Test
    void tellsACardFromNonsense() {
        IdentityReader reader = online();
        List<ReaderEvent> events = new CopyOnWriteArrayList<>();
        reader.onEvent(events::add);
        plate.send("nonsense\n" + CARD.replace("0029;", "0028;") + CARD.replace("2039-11-05", "2039-13-05") + CARD);
        await().atMost(PATIENCE).until(() -> events.size() == 4);
        assertThat(events.subList(0, 3))
                .extracting(event -> ((CardRefused) event).reason(), event -> ((CardRefused) event).nativeCode())
                .containsExactly(
                        tuple(Reason.UNREADABLE, "1 fields"),
                        tuple(Reason.NOT_TRUSTED, "number"),
                        tuple(Reason.NOT_TRUSTED, "a date or a code"));
        assertThat(((CardRead) events.get(3)).card().reveal().name()).isEqualTo("林知夏");
        assertThat(reader.counts()).isEqualTo(Map.of(Counter.READS, 1L, Counter.FAILURES, 3L));
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> start("nowhere")).isInstanceOf(IllegalArgumentException.class);
    }
}
