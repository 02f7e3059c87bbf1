package org.yici.bench.chip;

import com.sun.jna.Function;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For tests that run a driver and the bench in one program. The PC/SC library of a program learns once, at its first use, where the service's
 * socket is; a kiosk of its own is given the name in its environment instead.
 */
public final class PcscLibrary {
    /** The environment variable that names the socket. */
    public static final String SOCKET_VARIABLE = "PCSCLITE_CSOCK_NAME";

    private static @Nullable Path socket;

    private PcscLibrary() {}

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
