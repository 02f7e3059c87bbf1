package org.yici.driver.serial;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** A pseudo-terminal under a link of a fixed name; this side is the device. Closing it is pulling the plug. */
public final class Pty implements AutoCloseable {
    private static final int READ_WRITE = 2;
    private static final int NO_CONTROLLING_TERMINAL = 0400;
    private static final int CLOSE_ON_EXEC = 02000000;
    private static final int FLAGS = READ_WRITE | NO_CONTROLLING_TERMINAL | CLOSE_ON_EXEC;
    private static final int SIZE_OF_TERMIOS = 60;
    /** Linux, asm-generic/ioctls.h and termbits.h: the one question that is answered with any rate. */
    private static final long TCGETS2 = 0x802C542AL;

    private static final int OUTPUT_SPEED = 40;
    private static final byte POLLIN = 1;
    private static final int POLL_MS = 20;

    private interface LibC extends Library {
        LibC C = Native.load("c", LibC.class);

        int posix_openpt(int flags) throws LastErrorException;

        int grantpt(int fd) throws LastErrorException;

        int unlockpt(int fd) throws LastErrorException;

        int ptsname_r(int fd, byte[] name, long length);

        int open(String path, int flags) throws LastErrorException;

        int close(int fd);

        long read(int fd, byte[] buffer, long length) throws LastErrorException;

        long write(int fd, byte[] buffer, long length) throws LastErrorException;

        int tcgetattr(int fd, Memory termios) throws LastErrorException;

        int tcsetattr(int fd, int action, Memory termios) throws LastErrorException;

        void cfmakeraw(Memory termios);

        int ioctl(int fd, long request, Memory argument) throws LastErrorException;

        int poll(byte[] fds, long count, int ms) throws LastErrorException;
    }

    private final Path link;
    private final int master;
    private final int slave;
    private boolean closed;

    /** Makes a pair and puts {@code link} on its slave side; the slave stays open here, like a cable that is always in. */
    public Pty(Path link) {
        this.link = link;
        master = LibC.C.posix_openpt(FLAGS);
        LibC.C.grantpt(master);
        LibC.C.unlockpt(master);
        byte[] name = new byte[64];
        LibC.C.ptsname_r(master, name, name.length);
        String path = Native.toString(name);
        slave = LibC.C.open(path, FLAGS);
        Memory termios = new Memory(SIZE_OF_TERMIOS);
        LibC.C.tcgetattr(slave, termios);
        LibC.C.cfmakeraw(termios);
        LibC.C.tcsetattr(slave, 0, termios);
        try {
            Path fresh = link.resolveSibling(link.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, Path.of(path));
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came, waiting a moment; empty for nothing or after the end. */
    public byte[] read() {
        synchronized (this) {
            if (closed) {
                return new byte[0];
            }
        }
        byte[] poll = {
            (byte) master, (byte) (master >> 8), (byte) (master >> 16), (byte) (master >> 24), POLLIN, 0, 0, 0
        };
        try {
            LibC.C.poll(poll, 1, POLL_MS);
            synchronized (this) {
                if (closed || (poll[6] & POLLIN) == 0) {
                    return new byte[0];
                }
                byte[] buffer = new byte[4096];
                long count = LibC.C.read(master, buffer, buffer.length);
                return Arrays.copyOf(buffer, (int) count);
            }
        } catch (LastErrorException e) {
            return new byte[0];
        }
    }

    /** The rate at which whoever opened the line speaks, in bits a second; 0 after the end. */
    public synchronized int baud() {
        if (closed) {
            return 0;
        }
        Memory termios = new Memory(SIZE_OF_TERMIOS);
        LibC.C.ioctl(slave, TCGETS2, termios);
        return termios.getInt(OUTPUT_SPEED);
    }

    /** Writes all of it; nothing after the end. */
    public synchronized void write(byte[] bytes) {
        int at = 0;
        while (!closed && at < bytes.length) {
            byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
            at += (int) LibC.C.write(master, rest, rest.length);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            Files.deleteIfExists(link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LibC.C.close(slave);
        LibC.C.close(master);
    }
}
