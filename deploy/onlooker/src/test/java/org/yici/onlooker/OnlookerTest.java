package org.yici.onlooker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Loaded as assistive technology into a program with a window on a real X server. */
@Timeout(120)
class OnlookerTest {
    @TempDir
    Path folder;

    private Process server;
    private Process lookedAt;
    private Path socket;

    @BeforeEach
    void start() throws IOException {
        socket = folder.resolve("onlooker.sock");
        server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp", "-nocursor")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String display =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8)).readLine();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=false",
                "-Djavax.accessibility.assistive_technologies=" + Onlooker.class.getName(),
                "-Dyici.onlooker=" + socket,
                "-cp",
                System.getProperty("java.class.path"),
                LookedAt.class.getName());
        builder.environment().put("DISPLAY", ":" + display);
        builder.environment().remove("XAUTHORITY");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        lookedAt = builder.redirectError(folder.resolve("errors").toFile()).start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        lookedAt.destroyForcibly();
        server.destroy();
        server.waitFor(10, TimeUnit.SECONDS);
    }

    @Test
    void tellsWhatShowsWhenItChangesAndAgainToWhoComesLater() throws Exception {
        try (ServerSocketChannel bench = listen();
                BufferedReader lines = lines(bench.accept())) {
            assertThat(lines.readLine())
                    .startsWith("{\"pid\":" + lookedAt.pid() + ",\"user\":")
                    .endsWith("\"sequence\":1,\"front\":false,\"nodes\":[]}");
            goOn();
            assertThat(until(lines, "\"front\":true"))
                    .contains("{\"role\":\"label\",\"name\":\"林*夏，\\\"您好\\\"\",\"enabled\":true,\"focused\":false,"
                            + "\"covered\":false,\"x\":10,\"y\":10,\"w\":300,\"h\":40}")
                    .containsPattern(
                            "\"name\":\"打印\",\"enabled\":true,\"focused\":\\w+,\"covered\":false,\"x\":10,\"y\":100")
                    .containsPattern("\"name\":\"返回\",\"enabled\":true,\"focused\":\\w+,\"covered\":true");
        }
        goOn();
        Files.delete(socket);
        try (ServerSocketChannel bench = listen();
                BufferedReader lines = lines(bench.accept())) {
            until(lines, "\"name\":\"打印\",\"enabled\":false");
        }
        assertThat(folder.resolve("errors")).isEmptyFile();
    }

    private ServerSocketChannel listen() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
    }

    private static BufferedReader lines(SocketChannel teller) {
        return new BufferedReader(Channels.newReader(teller, StandardCharsets.UTF_8));
    }

    private void goOn() throws IOException {
        lookedAt.getOutputStream().write('\n');
        lookedAt.getOutputStream().flush();
    }

    private static String until(BufferedReader lines, String part) throws IOException {
        String line = lines.readLine();
        while (!line.contains(part)) {
            line = lines.readLine();
        }
        return line;
    }
}
