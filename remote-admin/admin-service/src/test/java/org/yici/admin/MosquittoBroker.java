package org.yici.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.yici.base.port.FreePort;

/**
 * Debian's Mosquitto with the files of {@code deploy/broker/mosquitto}: only folders and port are others. Runs as an ordinary user, who
 * may write its block list and nothing else. Supervised as in earnest: when the revocation list has changed it gets SIGHUP.
 */
public final class MosquittoBroker implements AutoCloseable {
    /** The common name of a second instance's certificate. */
    public static final String SECOND_INSTANCE = "service-2";

    private static final Path SHIPPED = Path.of(System.getProperty("yici.root"), "deploy/broker/mosquitto");
    private static final String PLUGIN = "mosquitto_dynamic_security.so";
    private static final long MOST_MEMORY = 1L << 30;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final int port;
    private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "broker-supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean supervised = true;
    private Process process;
    private Object list;

    private MosquittoBroker(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.list = identity();
        this.process = run();
        supervisor.scheduleWithFixedDelay(this::supervise, 50, 50, TimeUnit.MILLISECONDS);
    }

    public static MosquittoBroker start() throws IOException {
        Path folder = Files.createTempDirectory("yici-mosquitto-");
        int port = FreePort.next();
        String shipped = Files.readString(SHIPPED.resolve("mosquitto.conf"));
        for (String part : List.of("etc", "list", "state")) {
            Files.createDirectory(folder.resolve(part));
        }
        Files.writeString(
                folder.resolve("etc/mosquitto.conf"),
                shipped.replace("/usr/lib/x86_64-linux-gnu/" + PLUGIN, plugin().toString())
                        .replace("/etc/yici/broker", folder.resolve("etc").toString())
                        .replace("/var/lib/yici-broker", folder.toString())
                        .replace("\nlistener 8883\n", "\nlistener " + port + " 127.0.0.1\n"));
        Files.copy(SHIPPED.resolve("acl"), folder.resolve("etc/acl"));
        for (String name : List.of("broker-tls.pem", "broker-tls.key", "terminal-ca.pem")) {
            Files.copy(TestKeys.folder().resolve(name), folder.resolve("etc").resolve(name));
        }
        Files.copy(TestKeys.folder().resolve("revoked.pem"), folder.resolve("list/revoked.pem"));
        Files.writeString(folder.resolve("state/dynsec.json"), "{}");
        if (isRoot()) {
            command("chmod", "755", folder.toString(), folder.resolve("list").toString());
            command("chmod", "644", folder.resolve("list/revoked.pem").toString());
            command(
                    "chown",
                    "-R",
                    "nobody",
                    folder.resolve("etc").toString(),
                    folder.resolve("state").toString());
        }
        return new MosquittoBroker(folder, port);
    }

    private static Path plugin() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return folders.map(library -> library.resolve(PLUGIN))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + PLUGIN + " below /usr/lib: install mosquitto"));
        }
    }

    /** What the service must be told to use this broker. */
    public Map<String, String> settings() {
        return Map.of(
                "yici.broker.uri",
                address().toString(),
                "yici.broker.revocation-list",
                revocationList().toString());
    }

    public URI address() {
        return URI.create("ssl://localhost:" + port);
    }

    public Path revocationList() {
        return folder.resolve("list/revoked.pem");
    }

    /** The file of its dynamic security plugin. */
    public Path blockList() {
        return folder.resolve("state/dynsec.json");
    }

    /** Whether anybody sends it SIGHUP when the list has changed. */
    public void supervised(boolean wanted) {
        supervised = wanted;
    }

    private void supervise() {
        Object now = identity();
        if (supervised && !now.equals(list)) {
            list = now;
            reload();
        }
    }

    /** Another file, or another time of writing, is another list. */
    private Object identity() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(revocationList(), BasicFileAttributes.class);
            return List.of(String.valueOf(attributes.fileKey()), attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            return "missing";
        }
    }

    /** Sends it SIGHUP. */
    public void reload() {
        try {
            command("kill", "-HUP", String.valueOf(process.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process run() throws IOException {
        List<String> command = new ArrayList<>(List.of("prlimit", "--data=" + MOST_MEMORY, "--"));
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--"));
        }
        command.addAll(List.of(
                "/usr/sbin/mosquitto",
                "-c",
                folder.resolve("etc/mosquitto.conf").toString()));
        Process started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        Awaitility.await().atMost(PATIENCE).until(() -> isOpen(port));
        return started;
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** What it said so far. */
    public String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it without a word, as a power cut does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again after {@link #kill}. */
    public void startAgain() throws IOException {
        list = identity();
        process = run();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void command(String... command) throws IOException {
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException(List.of(command) + " failed");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }

    @Override
    public void close() throws InterruptedException {
        supervisor.shutdown();
        if (!supervisor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the broker's supervisor hangs");
        }
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> {
                if (!file.delete()) {
                    throw new IllegalStateException(file + " could not be deleted");
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
