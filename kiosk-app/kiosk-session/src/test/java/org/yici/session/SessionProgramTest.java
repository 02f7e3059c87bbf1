package org.yici.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.base.Build;
import org.yici.base.Time;

/** The program's own parts, and the program as a process where it does not get as far as a window. */
class SessionProgramTest {
    @TempDir
    Path folder;

    private record Ended(int code, String said) {}

    private Ended run(String stdin, String classPath, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "-cp", classPath, "org.yici.session.Session"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(stdin.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // It ended without reading.
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    @Test
    void tellsItsVersion() throws Exception {
        Ended ended = run("", classPath(), "--version");
        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("yici-session " + Build.version() + " (");
    }

    @Test
    void refusesToRunWithTestTools() throws Exception {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.createFile(folder.resolve("META-INF/yici-bench"));
        Ended ended = run("token\n", classPath() + ":" + folder, "--slot", "1");
        assertThat(ended).isEqualTo(new Ended(3, ended.said()));
        assertThat(ended.said()).contains("META-INF/yici-bench");
    }

    @Test
    void saysWhatItNeedsWhenItCannotStart() throws Exception {
        assertThat(run("\n", classPath(), "--data", folder.toString(), "--slot", "1"))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(1))
                .satisfies(ended -> assertThat(ended.said()).contains("no token"));
        assertThat(run("token\n", classPath(), "--data", folder.toString(), "--slot", "1"))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(2))
                .satisfies(ended -> assertThat(ended.said()).contains("etc/yici/session.yaml"));
    }

    /** Has a thread in native code for good, as every session has. */
    static final class EndsAtOnce {
        private EndsAtOnce() {}

        public static void main(String[] args) throws IOException {
            ProcessTerminator.prepare();
            Thread reader = new Thread(
                    () -> {
                        try {
                            System.in.read();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    "in-native-code");
            reader.start();
            await().atMost(Duration.ofSeconds(5)).until(() -> reader.getStackTrace().length > 0);
            System.out.write('.');
            System.out.flush();
            ProcessTerminator.now();
        }
    }

    /** {@link Runtime#halt} never takes less than 300 ms here; a loaded machine may take longer for either. */
    @Test
    void endsWithoutWaitingForThreadsInNativeCode() throws Exception {
        Duration shortest = Duration.ofDays(1);
        for (int tries = 0; tries < 8 && shortest.compareTo(Duration.ofMillis(280)) > 0; tries++) {
            Duration took = timeOfAnEnd();
            shortest = took.compareTo(shortest) < 0 ? took : shortest;
        }
        assertThat(shortest).isLessThan(Duration.ofMillis(280));
    }

    private static Duration timeOfAnEnd() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java", "-cp", classPath(), EndsAtOnce.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('.');
        long began = System.nanoTime();
        assertThat(process.waitFor()).isZero();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Has a line to a display and one to an agent; between closing and ending it waits for a word. */
    static final class ClosesFirst {
        private ClosesFirst() {}

        public static void main(String[] args) throws IOException {
            SocketChannel agent = SocketChannel.open(UnixDomainSocketAddress.of(args[0]));
            SocketChannel display = SocketChannel.open(UnixDomainSocketAddress.of(args[1]));
            SocketChannel another = SocketChannel.open(UnixDomainSocketAddress.of(args[0]));
            ByteBuffer word = ByteBuffer.allocate(1);
            for (SocketChannel line : List.of(agent, display, another)) {
                line.write(word.clear());
            }
            ProcessTerminator.prepare();
            ProcessTerminator.closeAllButTheDisplay();
            display.write(word.clear());
            System.in.read();
            ProcessTerminator.now();
        }
    }

    @Test
    void closesEveryLineBeforeItEndsButTheDisplays() throws Exception {
        Path displays = Files.createDirectories(folder.resolve("tmp/.X11-unix"));
        UnixDomainSocketAddress agentAt = UnixDomainSocketAddress.of(folder.resolve("agent.sock"));
        UnixDomainSocketAddress displayAt = UnixDomainSocketAddress.of(displays.resolve("X9"));
        try (ServerSocketChannel agent =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(agentAt);
                ServerSocketChannel display =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(displayAt)) {
            Process process = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-cp",
                            classPath(),
                            ClosesFirst.class.getName(),
                            agentAt.toString(),
                            displayAt.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (SocketChannel one = agent.accept();
                    SocketChannel shown = display.accept();
                    SocketChannel other = agent.accept()) {
                assertThat(bytesUntilClosed(one)).isEqualTo(1);
                assertThat(bytesUntilClosed(other)).isEqualTo(1);
                ByteBuffer said = ByteBuffer.allocate(2);
                while (said.hasRemaining()) {
                    assertThat(shown.read(said)).isPositive();
                }
                assertThat(process.isAlive()).isTrue();
                process.getOutputStream().close();
                assertThat(bytesUntilClosed(shown)).isZero();
            }
            assertThat(process.waitFor()).isZero();
        }
    }

    private static int bytesUntilClosed(SocketChannel line) throws IOException {
        ByteBuffer heard = ByteBuffer.allocate(64);
        while (line.read(heard) >= 0) {
            assertThat(heard.hasRemaining()).isTrue();
        }
        return heard.position();
    }

    @Test
    void theEventDispatchThreadWaitsAsLongAsItShouldAndForgetsWhatIsCancelled() throws InterruptedException {
        SwingUiExecutor loop = new SwingUiExecutor(Time.system());
        long began = System.nanoTime();
        CountDownLatch ran = new CountDownLatch(1);
        AtomicInteger cancelled = new AtomicInteger();
        loop.after(Duration.ofMillis(30), cancelled::incrementAndGet).cancel();
        loop.after(Duration.ofMillis(60), ran::countDown);
        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(60_000_000L);
        assertThat(cancelled.get()).isZero();
    }

    @Test
    void givesNoSignOfLifeWhileTheLoopStallsAndDoesNotMakeUpForIt() throws InterruptedException {
        SwingUiExecutor loop = new SwingUiExecutor(Time.system());
        AtomicInteger signs = new AtomicInteger();
        CountDownLatch stall = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        loop.execute(() -> {
            try {
                stall.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            signs.set(0);
            over.countDown();
        });
        new Heartbeat(loop, signs::incrementAndGet).start();
        await().during(Duration.ofMillis(1200)).atMost(Duration.ofSeconds(3)).until(() -> signs.get() == 0);
        stall.countDown();
        assertThat(over.await(5, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(2)).until(() -> signs.get() >= 1);
        assertThat(signs.get()).isLessThan(3);
    }

    @Test
    void aProgramThatCannotEvenTellOfItsFaultsHalts() {
        AtomicInteger told = new AtomicInteger();
        AtomicInteger halted = new AtomicInteger();
        SwingUiExecutor loop = new SwingUiExecutor(Time.system());
        UncaughtErrorHandler guard =
                new UncaughtErrorHandler(loop, fault -> told.incrementAndGet(), halted::incrementAndGet);
        for (int i = 0; i < 4; i++) {
            guard.uncaughtException(Thread.currentThread(), new IllegalStateException("林知夏"));
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> told.get() == 3);
        assertThat(halted.get()).isEqualTo(1);
    }
}
