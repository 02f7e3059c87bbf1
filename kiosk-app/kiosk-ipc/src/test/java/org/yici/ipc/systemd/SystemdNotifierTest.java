package org.yici.ipc.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a datagram socket as systemd has one; Java has none of its own. */
@Timeout(60)
class SystemdNotifierTest {
    /** Reads nothing until it is given a line; then tells each datagram, until its input ends. */
    private static final String SUPERVISOR =
            """
            import socket, sys
            line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            line.bind(sys.argv[1])
            print("bound", flush=True)
            sys.stdin.readline()
            while True:
                print(line.recv(4096).decode().strip(), flush=True)
            """;

    @TempDir
    Path folder;

    private Process supervisor() throws IOException {
        return new ProcessBuilder(
                        "python3", "-c", SUPERVISOR, folder.resolve("notify").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Process program() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NotifyingProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("NOTIFY_SOCKET", folder.resolve("notify").toString());
        return builder.start();
    }

    private static void write(Process process, String text) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        in.flush();
    }

    @Test
    void doesNotWaitForASupervisorThatReadsNothingAndTellsItAllOnceItReads() throws Exception {
        Process supervisor = supervisor();
        try (BufferedReader heard = supervisor.inputReader()) {
            assertThat(heard.readLine()).isEqualTo("bound");
            Process program = program();
            try (BufferedReader said = program.inputReader()) {
                for (int i = 0; i < 20; i++) {
                    write(program, "a");
                }
                assertThat(said.readLine()).isEqualTo("said");
                write(program, "a".repeat(20));
                write(supervisor, "read\n");
                List<String> words = new ArrayList<>();
                while (!words.contains("WATCHDOG=1")) {
                    words.add(heard.readLine());
                }
                assertThat(words).contains("READY=1").doesNotContain("null");
                write(program, "e");
                assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            } finally {
                program.destroyForcibly();
            }
        } finally {
            supervisor.destroyForcibly();
        }
    }
}
