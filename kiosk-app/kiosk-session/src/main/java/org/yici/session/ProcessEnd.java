package org.yici.session;

import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * Ends this process at once, whatever its threads do. {@link Runtime#halt} waits at least 300 ms for threads in native code
 * (HotSpot, {@code VM_Exit::wait_for_threads_in_native_to_block}), and a session always has some: its sockets, its reader, its display.
 */
final class ProcessEnd {
    private static final CLibrary C = Native.load("c", CLibrary.class);

    private ProcessEnd() {}

    /** The two functions of the C library that are needed. */
    interface CLibrary extends Library {
        /** See _exit(2). */
        void _exit(int status);

        /** See getpid(2). */
        int getpid();
    }

    /** Loads what {@link #now} needs, so that it works when nothing else does. */
    static void prepare() {
        if (C.getpid() != ProcessHandle.current().pid()) {
            throw new IllegalStateException("the C library does not know this process");
        }
    }

    /** Does not return; nothing is flushed, nothing is closed: the kernel takes all of it. Any thread. */
    static void now() {
        try {
            C._exit(0);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
