package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.base.Time;
import org.yici.base.port.FreePort;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceThread;
import org.yici.device.DocumentPrinter;

/**
 * Debian's {@code cupsd} on loopback with one queue in front of a printer, configured by the files that a terminal would use.
 *
 * <p>It runs as the user of the tests, or as {@code nobody} where that is root: as root it would start its programs as a user who
 * cannot reach the folder. A copy of the program is what runs: to the one at its own place Debian's AppArmor profile opens nothing but
 * the system's folders. Ends by process id.
 */
final class CupsServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/cupsd");
    private static final Duration START = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private final Map<String, String> other;
    private @Nullable Process process;

    private CupsServer(Path folder, int port, Map<String, String> other) {
        this.folder = folder;
        this.port = port;
        this.other = Map.copyOf(other);
    }

    /** One as a terminal would run it. */
    static CupsServer inFrontOf(String printer) throws IOException, InterruptedException {
        return inFrontOf(printer, Map.of());
    }

    /** One whose configuration differs: lines of {@code cupsd.conf} and what stands in their place. */
    static CupsServer inFrontOf(String printer, Map<String, String> other) throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM)) {
            fail("the tests need Debian's package cups-daemon (deploy/test installs it)");
        }
        CupsServer server = new CupsServer(Files.createTempDirectory("yici-cups-"), FreePort.next(), other);
        for (String name : List.of("etc", "spool", "cache", "state", "tmp")) {
            Files.createDirectory(server.folder.resolve(name));
        }
        Files.copy(PROGRAM, server.folder.resolve("cupsd"));
        for (String name : List.of("cupsd.conf", "cups-files.conf", "printers.conf")) {
            Files.writeString(server.folder.resolve("etc").resolve(name), server.filledIn(name, printer));
        }
        if (isRoot()) {
            run("chown", "-R", "nobody:nogroup", server.folder.toString());
        }
        try {
            server.start();
        } catch (IOException | RuntimeException | Error e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Closes what was started, in this order. */
    static void closeAll(@Nullable AutoCloseable... started) throws Exception {
        for (AutoCloseable each : started) {
            if (each != null) {
                each.close();
            }
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            fail(String.join(" ", command) + " failed");
        }
    }

    private String filledIn(String name, String printer) throws IOException {
        try (InputStream file = CupsServer.class.getResourceAsStream(name)) {
            if (file == null) {
                return fail("no " + name);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{port}", String.valueOf(port))
                    .replace("{folder}", folder.toString())
                    .replace("{printer}", printer);
            for (Map.Entry<String, String> line : other.entrySet()) {
                text = text.replace(line.getKey() + "\n", line.getValue() + "\n");
            }
            return text;
        }
    }

    /** Starts it with whatever its folders hold. */
    void start() throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--"));
        }
        Path etc = folder.resolve("etc");
        command.addAll(List.of(
                folder.resolve("cupsd").toString(),
                "-f",
                "-c",
                etc.resolve("cupsd.conf").toString(),
                "-s",
                etc.resolve("cups-files.conf").toString()));
        Path output = folder.resolve("error_log");
        Process started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = started;
        long began = System.nanoTime();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> answers() || !started.isAlive() || System.nanoTime() - began > START.toNanos());
        if (!answers()) {
            started.destroyForcibly();
            fail("cupsd does not answer: " + (Files.exists(output) ? Files.readString(output) : "and wrote no log"));
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts it as the service of a terminal is started: with nothing left of the last time but the configuration. */
    void startAfresh() throws IOException {
        for (String name : List.of("spool", "cache", "state", "tmp")) {
            empty(folder.resolve(name));
        }
        start();
    }

    private static void empty(Path folder) throws IOException {
        for (Path file : below(folder)) {
            Files.deleteIfExists(file);
        }
    }

    /** Everything below {@code folder}, the deepest first. */
    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Ends it as a service is ended. */
    void stop() throws InterruptedException {
        end(false);
    }

    /** Kills it with all that it started, as systemd ends what is left of a service. */
    void kill() throws InterruptedException {
        end(true);
    }

    private void end(boolean atOnce) throws InterruptedException {
        Process running = process;
        process = null;
        if (running == null) {
            return;
        }
        List<ProcessHandle> programs = running.descendants().toList();
        if (!atOnce) {
            running.destroy();
            running.waitFor(10, TimeUnit.SECONDS);
        }
        running.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        programs.forEach(ProcessHandle::destroyForcibly);
        await().pollDelay(Duration.ZERO).until(() -> programs.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Where it is asked what queues it has. */
    URI root() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    String uri() {
        return "ipp://127.0.0.1:" + port + "/printers/document";
    }

    /** A driver with the profile that a queue deserves, on a clock ten times as fast. */
    DocumentPrinter driver(int waitingLimitSeconds) {
        Map<String, String> settings = Map.of(
                "uri",
                uri(),
                "evidence",
                "job-state",
                "poll-ms",
                "100",
                "status-ms",
                "200",
                "waiting-limit-s",
                String.valueOf(waitingLimitSeconds));
        DeviceConfig config =
                new DeviceConfig(new DeviceId("document-printer"), DeviceKind.DOCUMENT_PRINTER, "ipp", settings);
        return (DocumentPrinter) new IppDriver().start(config, new FastTime());
    }

    /** The driver's requests without the driver, to any printer. */
    static IppClient client(String uri) {
        return new IppClient(URI.create(uri), link(uri));
    }

    private static IppLink link(String uri) {
        return new IppLink(
                URI.create(uri.replace("ipp:", "http:")),
                Optional.empty(),
                new DeviceThread(new DeviceId("cups")),
                Time.system());
    }

    /** What it answers to an operation that the driver does not use. */
    IppReply ask(int operation, int job) {
        IppPacket request = IppPacket.cancelJob(URI.create(uri()), job)
                .setCode(operation)
                .putOperationAttributes(Types.requestingUserName.of("yici"))
                .build();
        return link(uri()).send(request, new byte[0], Duration.ofSeconds(10));
    }

    /** Its spool: {@code d…} is a document, {@code c…} what is known of a job. */
    List<Path> spool() throws IOException {
        return files(folder.resolve("spool"));
    }

    /** The files below its folder that hold {@code bytes}. */
    List<Path> filesWith(String bytes) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files(folder)) {
            if (content(file).contains(bytes)) {
                found.add(folder.relativize(file));
            }
        }
        return found;
    }

    private static List<Path> files(Path folder) throws IOException {
        while (true) {
            try {
                return below(folder).stream().filter(Files::isRegularFile).toList();
            } catch (NoSuchFileException e) {
                // It deleted one while we walked: once more.
            }
        }
    }

    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        empty(folder);
        Files.delete(folder);
    }
}
