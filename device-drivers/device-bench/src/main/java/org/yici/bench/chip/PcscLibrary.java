package org.yici.bench.chip;

import com.sun.jna.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For tests that run a driver and the bench in one program. The PC/SC library of a program learns once, at its first use, where the service's
 * socket is; a kiosk of its own is given the name in its environment instead.
 */
public final class PcscLibrary {
    /** The environment variable that names the socket. */
    public static final String SOCKET_VARIABLE = "PCSCLITE_CSOCK_NAME";

    private static @Nullable Path socket;
    private static @Nullable Path folder;

    private PcscLibrary() {}

    /**
     * Leads this program's library into a folder of its own, which goes when the program ends: from now on it does not find the machine's service.
     * Once done, this changes nothing.
     *
     * @throws IllegalStateException if it was led elsewhere before
     */
    public static synchronized Path leadToOwn() throws IOException {
        Path own = folder;
        if (own == null) {
            own = Files.createTempDirectory("yici-pcscd");
            Path made = own;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
            leadTo(ServiceFolder.socket(own));
            folder = own;
        }
        return own;
    }

    /** A far end where this program's library looks for one, neither plugged nor running. One at a time. */
    public static ChipFarEnd farEnd() throws IOException {
        return new ChipFarEnd(leadToOwn(), Optional.empty(), () -> {});
    }

    private static void delete(Path made) {
        try (Stream<Path> all = Files.walk(made)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets this program's library use that socket, for the rest of the program's life; whatever the library was used for before keeps it where
     * it is. Naming the same socket again changes nothing.
     *
     * @throws IllegalStateException if it was led elsewhere before
     */
    public static synchronized void leadTo(Path place) {
        Path absolute = place.toAbsolutePath();
        if (Optional.ofNullable(socket).orElse(absolute).equals(absolute)) {
            setEnvironment(absolute);
            socket = absolute;
        } else {
            throw new IllegalStateException("this program's PC/SC library was led to " + socket + " before");
        }
    }

    /** Java's own view of the environment is a copy; the library reads the C library's. */
    private static void setEnvironment(Path place) {
        int failure =
                Function.getFunction("c", "setenv").invokeInt(new Object[] {SOCKET_VARIABLE, place.toString(), 1});
        if (failure != 0) {
            throw new IllegalStateException("the environment takes no " + SOCKET_VARIABLE);
        }
    }
}
