package org.yici.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bench of its own process that is killed. */
class BenchDeathTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void takesTheSmartCardServiceWithItAndTheNextBenchStartsAnother(@TempDir Path data) throws Exception {
        Path socket = BenchConfig.chipFolder(data).resolve("pcscd.comm");
        Process bench = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bench.class.getName(),
                        "--data",
                        data.toString(),
                        "--port",
                        "0",
                        "--printer-port",
                        "0",
                        "--no-screen")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
        try {
            await().atMost(PATIENCE).until(() -> answers(socket));
        } finally {
            bench.destroyForcibly();
        }
        await().atMost(PATIENCE).until(() -> !answers(socket));
        assertThat(socket).exists();
        try (RunningBench next = RunningBench.start(BenchConfig.quick(data))) {
            assertThat(next.hardware().chip().trouble()).isEqualTo(Optional.empty());
            assertThat(answers(socket)).isTrue();
        }
        assertThat(socket).doesNotExist();
    }

    private static boolean answers(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }
}
