package org.yici.bench.chip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.yici.bench.access.DeviceGroup;

/** The folder that the service takes for {@code /run/pcscd}: its socket, its process id, its configuration and its log. */
final class ServiceFolder {
    /** Where the service sees this folder. */
    static final String SEEN_AS = "/run/pcscd";

    private static final int LOWEST_PORT = 20_000;
    private static final int PORTS = 10_000;
    private static final int MOST_TRIES = 100;

    /** {@code sun_path} of Linux without its end. */
    private static final int LONGEST_SOCKET = 107;

    private final Path folder;
    private final DeviceGroup group;

    ServiceFolder(Path folder, Optional<String> group) throws IOException {
        this.folder = folder.toAbsolutePath();
        this.group = new DeviceGroup(group);
        share();
        Files.createDirectories(configuration());
        tidy();
    }

    /** Lets the group in and nobody else; the service opens its folder to everybody when it starts. */
    void share() throws IOException {
        group.makeFolder(folder);
    }

    Path path() {
        return folder;
    }

    /** What the kiosk's library connects to. */
    Path socket() {
        return socket(folder);
    }

    static Path socket(Path folder) {
        return folder.resolve("pcscd.comm");
    }

    Path log() {
        return folder.resolve("log");
    }

    private Path configuration() {
        return folder.resolve("configuration");
    }

    /**
     * What a service that was killed leaves behind goes: the next would not start while the process of its own file seems to live, and in a
     * container nobody may bury that.
     */
    void tidy() throws IOException {
        Files.deleteIfExists(folder.resolve("pcscd.pid"));
        Files.deleteIfExists(socket());
    }

    /** What the service finds when it starts next: the virtual reader, or none. The port is where the reader waits for a card. */
    OptionalInt configure(boolean withReader) throws IOException {
        if (socket().toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET) {
            throw new IOException("no socket can have so long a name: " + socket());
        }
        Path file = configuration().resolve("vpcd");
        if (!withReader) {
            Files.deleteIfExists(file);
            return OptionalInt.empty();
        }
        int port = freePort();
        String channel = String.format(Locale.ROOT, "0x%X", port);
        Files.write(
                file,
                List.of(
                        "FRIENDLYNAME \"Virtual PCD\"",
                        "DEVICENAME /dev/null:" + channel,
                        "LIBPATH " + DebianPackage.VSMARTCARD_VPCD.found(),
                        "CHANNELID " + channel));
        return OptionalInt.of(port);
    }

    /** The reader's two slots wait at two ports in a row. */
    private static int freePort() throws IOException {
        Random random = new Random();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int candidate = LOWEST_PORT + random.nextInt(PORTS);
            if (isFree(candidate) && isFree(candidate + 1)) {
                return candidate;
            }
        }
        throw new IOException("no two ports in a row are free from " + LOWEST_PORT + " on");
    }

    /** On all addresses, for vpcd listens on all. */
    private static boolean isFree(int port) {
        try (ServerSocket tried = new ServerSocket()) {
            tried.bind(new InetSocketAddress((InetAddress) null, port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The last line that the service wrote. */
    String lastWord() {
        try (var lines = Files.lines(log(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> !line.isBlank())
                    .reduce((first, second) -> second)
                    .orElse("it says nothing");
        } catch (IOException | UncheckedIOException e) {
            return "it says nothing";
        }
    }
}
