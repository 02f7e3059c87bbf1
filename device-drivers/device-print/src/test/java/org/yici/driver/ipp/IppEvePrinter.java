package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yici.base.port.FreePort;

/**
 * Debian's {@code ippeveprinter} on loopback, for one test: an IPP Everywhere printer that others wrote.
 *
 * <p>It wants to announce itself over DNS-SD and does not start without a system bus. A private {@code dbus-daemon} is enough: it then
 * waits for an Avahi that never comes and serves all the same (2.4.2). Runs as any user, and ends by process id.
 */
final class IppEvePrinter implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    private static final String BUS =
            """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig><type>system</type><listen>unix:path=%s</listen><auth>EXTERNAL</auth>
            <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
            <allow own="*"/></policy></busconfig>
            """;
    /** Prints like a printer: waits while there is no paper, then counts what it stacked. */
    private static final String COUNTING =
            """
            #!/bin/sh
            dir=%s
            echo "$IPP_JOB_NAME" >> "$dir/seen"
            if [ -e "$dir/paper-out" ]; then
              echo "STATE: +media-empty-error,media-needed-error" >&2
              while [ -e "$dir/paper-out" ] && [ -d "$dir" ]; do sleep 0.1; done
              echo "STATE: -media-empty-error,media-needed-error" >&2
            fi
            echo "ATTR: job-impressions-completed=$(grep -acE '/Type /Page($|[^s])' "$1")" >&2
            """;
    /** As it is without a word about impressions. */
    private static final String SILENT =
            """
            #!/bin/sh
            echo "$IPP_JOB_NAME" >> "%s/seen"
            """;

    private final Path folder;
    private final int port;
    private final Path command;
    private final Process bus;
    private @Nullable Process printer;

    private IppEvePrinter(Path folder, String script) throws IOException {
        this.folder = folder;
        this.port = FreePort.next();
        this.command = Files.writeString(folder.resolve("print"), script.formatted(folder));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(folder.resolve("spool"));
        Path socket = folder.resolve("bus");
        Path config = Files.writeString(folder.resolve("bus.conf"), BUS.formatted(socket));
        this.bus = run("dbus-daemon", "--config-file=" + config, "--nofork", "--nopidfile", "--nosyslog");
        try {
            await().atMost(START).until(() -> Files.exists(socket) || !bus.isAlive());
            plugIn();
        } catch (RuntimeException | Error e) {
            bus.destroy();
            throw e;
        }
    }

    /** One that tells how many impressions it made. */
    static IppEvePrinter counting(Path folder) throws IOException {
        return new IppEvePrinter(folder, COUNTING);
    }

    /** One that does not. */
    static IppEvePrinter silent(Path folder) throws IOException {
        return new IppEvePrinter(folder, SILENT);
    }

    private Process run(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(command[0] + ".log").toFile()));
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + folder.resolve("bus"));
        try {
            return builder.start();
        } catch (IOException e) {
            return fail(command[0] + " does not start; the tests need Debian's packages cups-ipp-utils and dbus-daemon"
                    + " (deploy/test installs them): " + e.getMessage());
        }
    }

    void plugIn() {
        Process started = run(
                "ippeveprinter",
                "-r",
                "off",
                "-n",
                "localhost",
                "-p",
                String.valueOf(port),
                "-d",
                folder.resolve("spool").toString(),
                "-c",
                command.toString(),
                "-f",
                "application/pdf",
                "-v",
                "YiciTest");
        printer = started;
        long began = System.nanoTime();
        await().until(() -> answers() || !started.isAlive() || System.nanoTime() - began > START.toNanos());
        if (!answers()) {
            started.destroy();
            fail("ippeveprinter does not answer: " + log());
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("ippeveprinter.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    void unplug() throws InterruptedException {
        Process running = printer;
        if (running != null) {
            List<ProcessHandle> commands = running.descendants().toList();
            running.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            commands.forEach(ProcessHandle::destroyForcibly);
        }
    }

    void takePaperOut() throws IOException {
        Files.createFile(folder.resolve("paper-out"));
    }

    void putPaperIn() throws IOException {
        Files.deleteIfExists(folder.resolve("paper-out"));
    }

    /** Names of the jobs in the order in which their printing began. */
    List<String> jobsSeen() throws IOException {
        Path seen = folder.resolve("seen");
        return Files.exists(seen) ? new ArrayList<>(Files.readAllLines(seen)) : List.of();
    }

    String uri() {
        return "ipp://localhost:" + port + "/ipp/print";
    }

    @Override
    public void close() throws IOException, InterruptedException {
        putPaperIn();
        unplug();
        bus.destroy();
        bus.waitFor(5, TimeUnit.SECONDS);
    }
}
