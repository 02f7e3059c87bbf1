package org.yici.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.yici.admin.enrolment.RevocationList;
import org.yici.admin.keys.KeyFolder;
import org.yici.base.port.FreePort;

/**
 * Debian's Mosquitto in place of the embedded broker, with the files of {@code deploy/broker/mosquitto}: only folder and port are
 * others, and a second instance of the service is let in as the access list says how. Runs as an ordinary user.
 */
public final class MosquittoBroker implements AutoCloseable {
    /** The common name of a second instance's certificate. */
    public static final String SECOND_INSTANCE = "service-2";

    private static final Path SHIPPED = Path.of(System.getProperty("yici.root"), "deploy/broker/mosquitto");

    private final Path folder;
    private final int port;
    private Process process;

    private MosquittoBroker(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = run();
    }

    public static MosquittoBroker start() throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("yici-mosquitto-");
        int port = FreePort.next();
        String shipped = Files.readString(SHIPPED.resolve("mosquitto.conf"));
        Files.writeString(
                folder.resolve("mosquitto.conf"),
                shipped.replace("/etc/yici/broker", folder.toString())
                        .replace("\nlistener 8883\n", "\nlistener " + port + " 127.0.0.1\n"));
        Files.writeString(
                folder.resolve("acl"),
                Files.readString(SHIPPED.resolve("acl")) + "\nuser " + SECOND_INSTANCE
                        + "\ntopic readwrite yici/v1/#\n");
        for (String name : List.of("broker-tls.pem", "broker-tls.key", "terminal-ca.pem")) {
            Files.copy(TestKeys.folder().resolve(name), folder.resolve(name));
        }
        KeyFolder keys = TestKeys.open();
        Files.writeString(
                folder.resolve("revoked.pem"),
                RevocationList.pem(
                        keys.certificate("terminal-ca.pem"),
                        keys.privateKey("terminal-ca.key"),
                        List.of(),
                        Instant.now()));
        if (isRoot()) {
            command(List.of("chown", "-R", "nobody", folder.toString()));
        }
        return new MosquittoBroker(folder, port);
    }

    private Process run() throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--"));
        }
        command.addAll(List.of(
                "/usr/sbin/mosquitto", "-c", folder.resolve("mosquitto.conf").toString()));
        Process started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> isOpen(port));
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

    /** Takes another revocation list and starts anew: it reads the list at its start only. */
    public void revoke(String list) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("revoked.pem"), list, StandardOpenOption.TRUNCATE_EXISTING);
        stop();
        process = run();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void command(List<String> command) throws IOException {
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException(command + " failed");
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

    public URI address() {
        return URI.create("ssl://localhost:" + port);
    }

    private void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
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
