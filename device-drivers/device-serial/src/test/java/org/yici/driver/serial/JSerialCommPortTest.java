package org.yici.driver.serial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fazecast.jSerialComm.SerialPort;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.driver.serial.SerialLinkException.Reason;

/** What jSerialComm 2.11.4 does on Linux, learned by trying. */
class JSerialCommPortTest {
    private static final int BAUD = 115_200;
    /** A folder that not even root can make. */
    private static final String NOWHERE = "/dev/null/nowhere";

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("port");
    }

    private SerialOpener port() {
        return new JSerialCommPort(path().toString());
    }

    private static Reason reasonOf(Throwable thrown) {
        return ((SerialLinkException) thrown).reason();
    }

    @Test
    void saysThatAPortIsAbsent() {
        assertThatThrownBy(() -> port().open(BAUD))
                .isInstanceOf(SerialLinkException.class)
                .satisfies(thrown -> assertThat(reasonOf(thrown)).isEqualTo(Reason.ABSENT));
    }

    @Test
    void saysThatAPortIsHeldByAnother() throws Exception {
        try (Pty pty = new Pty(path());
                SerialLink first = port().open(BAUD)) {
            assertThatThrownBy(() -> port().open(BAUD))
                    .satisfies(thrown -> assertThat(reasonOf(thrown)).isEqualTo(Reason.BUSY));
        }
    }

    @Test
    void dropsWhatCameBeforeItWasOpened() throws Exception {
        try (Pty pty = new Pty(path())) {
            pty.write("stale".getBytes(StandardCharsets.US_ASCII));
            try (SerialLink link = port().open(BAUD)) {
                byte[] buffer = new byte[16];
                assertThat(link.read(buffer)).isZero();
                pty.write("fresh".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(buffer, 0, link.read(buffer), StandardCharsets.US_ASCII))
                        .isEqualTo("fresh");
            }
        }
    }

    @Test
    void saysThatThePlugWasPulled() throws Exception {
        Pty pty = new Pty(path());
        try (SerialLink link = port().open(BAUD)) {
            pty.close();
            assertThatThrownBy(() -> link.read(new byte[1]))
                    .satisfies(thrown -> assertThat(reasonOf(thrown)).isEqualTo(Reason.GONE));
            assertThatThrownBy(() -> link.write(new byte[1]))
                    .satisfies(thrown -> assertThat(reasonOf(thrown)).isEqualTo(Reason.GONE));
        }
    }

    @Test
    void droppingKeepsAWriterFromEverBeingStuckOnAReaderThatDoesNotRead() throws Exception {
        try (Pty pty = new Pty(path());
                SerialLink link = port().open(BAUD)) {
            CountDownLatch written = new CountDownLatch(1);
            Thread writer = new Thread(() -> {
                try {
                    for (int i = 0; i < 10_000; i++) {
                        link.drop();
                        link.write(new byte[10]);
                    }
                    written.countDown();
                } catch (SerialLinkException e) {
                    throw new IllegalStateException(e);
                }
            });
            writer.setDaemon(true);
            writer.start();
            assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aWriterThatIsStuckIsFreedByClosing() throws Exception {
        try (Pty pty = new Pty(path())) {
            SerialLink link = port().open(BAUD);
            Thread writer = new Thread(() -> {
                try {
                    while (true) {
                        link.write(new byte[4096]);
                    }
                } catch (SerialLinkException e) {
                    // What was to be seen: it came back.
                }
            });
            writer.setDaemon(true);
            writer.start();
            await().atMost(Duration.ofSeconds(10)).until(() -> stuck(writer));
            link.close();
            writer.join(5000);
            assertThat(writer.isAlive()).isFalse();
        }
    }

    /** Whether the thread is inside the native write and stays there. */
    private static boolean stuck(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length > 0
                && stack[0].isNativeMethod()
                && stack[0].getMethodName().contains("write");
    }

    /** Opens the port named by the argument and echoes what it reads, in a program that can write nowhere. */
    public static final class Echo {
        private Echo() {}

        public static void main(String[] args) throws Exception {
            try (SerialLink link = new JSerialCommPort(args[0]).open(BAUD)) {
                byte[] buffer = new byte[64];
                System.out.println("open");
                int count = 0;
                for (int i = 0; count == 0 && i < 100; i++) {
                    count = link.read(buffer);
                }
                System.out.println(new String(buffer, 0, count, StandardCharsets.US_ASCII));
            } catch (SerialLinkException e) {
                System.out.println(e.reason());
            }
        }
    }

    /** Its errors go elsewhere: later Java versions warn there of a temporary folder that is missing. */
    private Process echo(String library) throws Exception {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + NOWHERE,
                        "-Duser.home=" + NOWHERE,
                        "-DjSerialComm.library.path=" + library,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Echo.class.getName(),
                        path().toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void worksWithAnUnpackedLibraryWhereNothingCanBeWritten() throws Exception {
        Path library = Files.createDirectory(folder.resolve("lib"));
        String resource = "/Linux/" + (System.getProperty("os.arch").equals("aarch64") ? "armv8_64" : "x86_64")
                + "/libjSerialComm.so";
        try (InputStream in = requireNonNull(SerialPort.class.getResourceAsStream(resource))) {
            Files.copy(in, library.resolve("libjSerialComm.so"));
        }
        try (Pty pty = new Pty(path())) {
            Process echo = echo(library.toString());
            try (var out = echo.inputReader(StandardCharsets.US_ASCII)) {
                assertThat(out.readLine()).isEqualTo("open");
                pty.write("hello".getBytes(StandardCharsets.US_ASCII));
                assertThat(out.readLine()).isEqualTo("hello");
            } finally {
                echo.destroy();
            }
        }
    }

    @Test
    void saysThatTheLibraryIsMissing() throws Exception {
        try (Pty pty = new Pty(path())) {
            Process echo = echo(NOWHERE);
            try (var out = echo.inputReader(StandardCharsets.US_ASCII)) {
                assertThat(out.lines()).contains("NO_LIBRARY");
            } finally {
                echo.destroy();
            }
        }
    }
}
