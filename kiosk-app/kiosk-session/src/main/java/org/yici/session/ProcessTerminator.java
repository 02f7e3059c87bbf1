package org.yici.session;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Ends this process at once, whatever its threads do. {@link Runtime#halt} waits at least 300 ms for threads in native code
 * (HotSpot, {@code VM_Exit::wait_for_threads_in_native_to_block}), and a session always has some: its sockets, its reader, its display.
 *
 * <p>Descriptors are closed first. The kernel takes a process's memory before its descriptors, some 50 ms for a session, and the agent gives
 * the screen away when the link's socket closes. The display's socket alone stays open to the end: the last screen stands until the
 * next one covers it, and nothing of this process can draw any more.
 */
final class ProcessTerminator {
    private static final int FIRST = 3;
    private static final int LAST = -1;
    private static final int ADDRESS = 110;
    private static final String DISPLAYS = "/tmp/.X11-unix/";
    private static final CLibrary C = Native.load("c", CLibrary.class);

    private static volatile int display = -1;

    private ProcessTerminator() {}

    /** The functions of the C library that are needed. */
    interface CLibrary extends Library {
        /** See _exit(2). */
        void _exit(int status);

        /** See getpid(2). */
        int getpid();

        /** See getpeername(2). */
        int getpeername(int descriptor, byte[] address, IntByReference length) throws LastErrorException;

        /** See close_range(2); since Linux 5.9 and glibc 2.34. {@code last} is unsigned. */
        int close_range(int first, int last, int flags);
    }

    /** Loads what {@link #now} needs, so that it works when nothing else does. Call it once the window is there. */
    static void prepare() {
        if (C.getpid() != ProcessHandle.current().pid()) {
            throw new IllegalStateException("the C library does not know this process");
        }
        display = displaySocket().orElse(-1);
        closeBetween(Integer.MAX_VALUE - 1, Integer.MAX_VALUE);
    }

    private static OptionalInt displaySocket() {
        String[] open = new File("/proc/self/fd").list();
        for (String name : open == null ? new String[0] : open) {
            int descriptor = Integer.parseInt(name);
            if (peer(descriptor).contains(DISPLAYS)) {
                return OptionalInt.of(descriptor);
            }
        }
        return OptionalInt.empty();
    }

    /** Address family and path, as the kernel has them; empty if it is no socket. */
    private static String peer(int descriptor) {
        byte[] address = new byte[ADDRESS];
        IntByReference length = new IntByReference(ADDRESS);
        try {
            C.getpeername(descriptor, address, length);
            return new String(address, 0, Math.min(ADDRESS, length.getValue()), StandardCharsets.ISO_8859_1);
        } catch (LastErrorException e) {
            return "";
        }
    }

    /** Does not return; nothing is flushed: the kernel takes all of it. Any thread. */
    static void now() {
        try {
            closeAllButTheDisplay();
            C._exit(0);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Streams 0 to 2 stay as well; without a display nothing is closed. */
    static void closeAllButTheDisplay() {
        if (display >= FIRST) {
            closeBetween(FIRST, display - 1);
            closeBetween(display + 1, LAST);
        }
    }

    private static void closeBetween(int first, int last) {
        try {
            C.close_range(first, last, 0);
        } catch (UnsatisfiedLinkError e) {
            // An older C library: the kernel closes them a little later.
        }
    }
}
