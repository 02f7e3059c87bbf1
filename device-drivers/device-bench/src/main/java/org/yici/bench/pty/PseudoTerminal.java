package org.yici.bench.pty;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * The master side of a pseudo-terminal in raw mode; the kiosk opens the other side as its serial port.
 * Reading and writing belong to one thread. {@link #close()} must not run beside them: the number of the descriptor would
 * be free for others at once.
 */
public final class PseudoTerminal implements AutoCloseable {
    private final int master;
    private final Path slave;

    private PseudoTerminal(int master, Path slave) {
        this.master = master;
        this.slave = slave;
    }

    public static PseudoTerminal open() throws IOException {
        try {
            int master = LibC.C.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_CLOEXEC | LibC.O_NONBLOCK);
            LibC.C.grantpt(master);
            LibC.C.unlockpt(master);
            byte[] name = new byte[64];
            LibC.C.ptsname_r(master, name, name.length);
            String slave = Native.toString(name);
            makeRaw(slave);
            return new PseudoTerminal(master, Path.of(slave));
        } catch (LastErrorException e) {
            throw new IOException("no pseudo-terminal could be made, errno " + e.getErrorCode(), e);
        }
    }

    /** Raw mode outlives the closing of the slave for as long as the master is open. */
    private static void makeRaw(String slave) {
        int fd = LibC.C.open(slave, LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_CLOEXEC);
        Memory termios = new Memory(LibC.TERMIOS_SIZE);
        LibC.C.tcgetattr(fd, termios);
        LibC.C.cfmakeraw(termios);
        LibC.C.tcsetattr(fd, 0, termios);
        LibC.C.close(fd);
    }

    /** The device node that the kiosk opens, {@code /dev/pts/N}. */
    public Path slave() {
        return slave;
    }

    /** The rate at which whoever has the other side open speaks, in bits a second. */
    public int baud() throws IOException {
        try {
            Memory termios = new Memory(LibC.TERMIOS_SIZE);
            LibC.C.ioctl(master, LibC.TCGETS2, termios);
            return termios.getInt(LibC.OUTPUT_SPEED);
        } catch (LastErrorException e) {
            throw new IOException("the rate of " + slave + " is not told, errno " + e.getErrorCode(), e);
        }
    }

    /** What a wait for bytes ended with. */
    public sealed interface Arrival {
        record Bytes(byte[] bytes) implements Arrival {}

        /** The wait is over and nothing came. */
        record Silence() implements Arrival {}

        /** Nobody has the other side open. Returned at once, without waiting. */
        record NobodyThere() implements Arrival {}
    }

    public Arrival await(Duration wait) throws IOException {
        try {
            short events = poll(wait);
            if ((events & LibC.POLLIN) != 0) {
                byte[] buffer = new byte[4096];
                int count = (int) LibC.C.read(master, buffer, buffer.length);
                return new Arrival.Bytes(Arrays.copyOf(buffer, count));
            }
            return (events & LibC.POLLHUP) != 0 ? new Arrival.NobodyThere() : new Arrival.Silence();
        } catch (LastErrorException e) {
            return switch (e.getErrorCode()) {
                case LibC.EIO -> new Arrival.NobodyThere();
                case LibC.EINTR, LibC.EAGAIN -> new Arrival.Silence();
                default -> throw new IOException("read of " + slave + " failed, errno " + e.getErrorCode(), e);
            };
        }
    }

    /** Whether somebody has the other side open at this moment. */
    public boolean hasSomebody() throws IOException {
        while (true) {
            try {
                return (poll(Duration.ZERO) & LibC.POLLHUP) == 0;
            } catch (LastErrorException e) {
                if (e.getErrorCode() != LibC.EINTR) {
                    throw new IOException("poll of " + slave + " failed, errno " + e.getErrorCode(), e);
                }
            }
        }
    }

    private short poll(Duration wait) {
        ByteBuffer pollfd = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        pollfd.putInt(master).putShort(LibC.POLLIN);
        LibC.C.poll(pollfd.array(), 1, (int) wait.toMillis());
        return pollfd.getShort(6);
    }

    /** Sends bytes and never waits: what finds no room is lost, as on a line without flow control. */
    public void write(byte[] bytes) throws IOException {
        int sent = 0;
        while (sent < bytes.length) {
            byte[] rest = Arrays.copyOfRange(bytes, sent, bytes.length);
            try {
                sent += (int) LibC.C.write(master, rest, rest.length);
            } catch (LastErrorException e) {
                if (e.getErrorCode() == LibC.EAGAIN || e.getErrorCode() == LibC.EIO) {
                    return;
                }
                if (e.getErrorCode() != LibC.EINTR) {
                    throw new IOException("write to " + slave + " failed, errno " + e.getErrorCode(), e);
                }
            }
        }
    }

    /** Pulls the plug: whoever has the other side open gets a hang-up. */
    @Override
    public void close() {
        LibC.C.close(master);
    }
}
