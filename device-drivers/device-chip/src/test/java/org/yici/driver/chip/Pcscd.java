package org.yici.driver.chip;

import static org.awaitility.Awaitility.await;

import com.sun.jna.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.smartcardio.CardTerminal;
import org.jspecify.annotations.Nullable;

/**
 * Debian's {@code pcscd} with the virtual reader of {@code vsmartcard-vpcd}, for one test program. Its socket has a fixed place, so that it
 * runs in a file system of its own (bubblewrap) in which that place is a folder of ours; this program's library is told of it
 * ({@code PCSCLITE_CSOCK_NAME}). So neither root nor the machine's own service is needed, and programs do not disturb each other.
 */
final class Pcscd implements AutoCloseable {
    /** The reader's name: the configured one, and the numbers of device and slot. */
    static final String READER = "Virtual PCD 00 00";

    private static final String LIBRARY = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";
    private static final Path FOLDER = folder();

    private final Path configuration;
    private int port;
    private @Nullable Process process;

    Pcscd() {
        configuration = FOLDER.resolve("configuration");
        configure(true);
    }

    /** One for the life of this program: the library asks for its socket's name only once. */
    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("yici-pcscd");
            Files.createDirectories(folder.resolve("configuration"));
            Files.createDirectories(folder.resolve("run"));
            String socket = folder.resolve("run/pcscd.comm").toString();
            int done = Function.getFunction("c", "setenv").invokeInt(new Object[] {"PCSCLITE_CSOCK_NAME", socket, 1});
            if (done != 0) {
                throw new IllegalStateException("setenv");
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the service finds when it starts next. */
    void configure(boolean withReader) {
        try {
            Path file = configuration.resolve("vpcd");
            if (withReader) {
                port = freePort();
                Files.writeString(
                        file,
                        String.format(
                                "FRIENDLYNAME \"Virtual PCD\"%nDEVICENAME /dev/null:0x%X%nLIBPATH %s%nCHANNELID 0x%X%n",
                                port, LIBRARY, port));
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reader's two slots listen at two ports in a row. */
    private static int freePort() throws IOException {
        Random random = new Random();
        for (int tries = 0; tries < 100; tries++) {
            int candidate = 20_000 + random.nextInt(10_000);
            try (ServerSocket first = new ServerSocket(candidate, 1);
                    ServerSocket second = new ServerSocket(candidate + 1, 1)) {
                return first.getLocalPort();
            } catch (IOException e) {
                // Another, then.
            }
        }
        throw new IOException("no two ports in a row are free");
    }

    void start() {
        if (!Files.exists(Path.of(LIBRARY))) {
            throw new IllegalStateException("the tests need the packages pcscd, vsmartcard-vpcd and bubblewrap");
        }
        List<String> command = List.of(
                "bwrap",
                "--dev-bind",
                "/",
                "/",
                "--tmpfs",
                "/run",
                "--bind",
                FOLDER.resolve("run").toString(),
                "/run/pcscd",
                "--die-with-parent",
                "pcscd",
                "--foreground",
                "-c",
                configuration.toString());
        try {
            Path log = FOLDER.resolve("log");
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            await("pcscd: " + log).atMost(Duration.ofSeconds(20)).until(Pcscd::answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(FOLDER.resolve("run/pcscd.comm")));
        } catch (IOException e) {
            return false;
        }
    }

    boolean runs() {
        return process != null;
    }

    /**
     * Pulls the card, and waits until the service, if it runs, has seen that: it looks every 0.4 s, and takes a card that was put in
     * meanwhile for the one before.
     */
    void take(VirtualCard card) {
        card.close();
        if (runs()) {
            await().atMost(Duration.ofSeconds(10)).until(Pcscd::isEmpty);
        }
    }

    private static boolean isEmpty() throws PcscTrouble {
        try (PcscConnection connection = PcscService.SYSTEM.open()) {
            Optional<CardTerminal> reader = connection.reader(READER);
            return reader.isEmpty() || !connection.isCardIn(reader.get());
        }
    }

    /** Where the card of the first slot connects. */
    int port() {
        return port;
    }

    /** Ends the service as a crash would: it cleans nothing up. */
    void kill() {
        Process running = process;
        if (running == null) {
            return;
        }
        List<ProcessHandle> all = new ArrayList<>(running.descendants().toList());
        Collections.reverse(all);
        all.forEach(ProcessHandle::destroyForcibly);
        running.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !running.isAlive() && !answers());
        process = null;
        forgetIt();
    }

    /** It would not start while the process of its own file seems to live, and in a container nobody may bury that. */
    private static void forgetIt() {
        try {
            Files.deleteIfExists(FOLDER.resolve("run/pcscd.pid"));
            Files.deleteIfExists(FOLDER.resolve("run/pcscd.comm"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
