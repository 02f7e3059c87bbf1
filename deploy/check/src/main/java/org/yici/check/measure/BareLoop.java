package org.yici.check.measure;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.yici.check.rig.Unmet;

/** The least that reads an ID card (GA 450, commands 20 01, 20 02, 30 01): no driver, no library, no second thread. */
public final class BareLoop implements AutoCloseable {
    private static final long BETWEEN_NANOS = 100_000_000;
    private static final int FOUND = 0x9F;
    private static final int OK = 0x90;

    private final RandomAccessFile port;
    private final DataInputStream in;

    /** Opens the port raw at 115200 baud, for nobody else meanwhile. */
    public BareLoop(Path link) throws IOException, InterruptedException {
        Path tty = link.toRealPath();
        Process stty = new ProcessBuilder("stty", "-F", tty.toString(), "raw", "-echo", "115200")
                .inheritIO()
                .start();
        if (stty.waitFor() != 0) {
            throw new IOException("stty cannot prepare " + tty);
        }
        port = new RandomAccessFile(tty.toFile(), "rw");
        in = new DataInputStream(Channels.newInputStream(port.getChannel()));
    }

    /** Asks until a card is there and reads it; returns when its last byte had come. */
    public long readsCard(Duration within) throws IOException {
        long until = System.nanoTime() + within.toNanos();
        while (ask(0x20, 0x01) != FOUND) {
            if (System.nanoTime() > until) {
                throw new Unmet("the bare loop found no card within " + within);
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        expect(ask(0x20, 0x02), "select");
        expect(ask(0x30, 0x01), "read");
        return System.nanoTime();
    }

    private static void expect(int status, String what) {
        if (status != OK) {
            throw new Unmet("the bare loop's %s was answered %02x".formatted(what, status));
        }
    }

    /** The third byte of the answer's status. */
    private int ask(int command, int parameter) throws IOException {
        int check = 3 ^ command ^ parameter;
        port.write(new byte[] {
            (byte) 0xAA,
            (byte) 0xAA,
            (byte) 0xAA,
            (byte) 0x96,
            0x69,
            0,
            3,
            (byte) command,
            (byte) parameter,
            (byte) check
        });
        while (next() != 0x69) {
            // the answer's beginning: AA AA AA 96 69
        }
        byte[] body = new byte[next() << 8 | next()];
        in.readFully(body);
        return body[2] & 0xFF;
    }

    private int next() throws IOException {
        int one = in.read();
        if (one < 0) {
            throw new EOFException("the reader's line is closed");
        }
        return one;
    }

    @Override
    public void close() throws IOException {
        port.close();
    }
}
