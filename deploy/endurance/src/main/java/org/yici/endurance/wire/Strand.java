package org.yici.endurance.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One connection through a wire: two sockets and a thread for each direction. */
final class Strand {
    private static final int TRICKLE_BYTES = 24;
    private static final long TRICKLE_MILLIS = 20;
    private static final long LOOK_MILLIS = 10;

    private final Socket near;
    private final Socket far;
    private final Supplier<Weather> weather;
    private volatile boolean swallowing;
    private volatile boolean over;

    Strand(Socket near, Socket far, Supplier<Weather> weather) {
        this.near = near;
        this.far = far;
        this.weather = weather;
    }

    void start(Meter up, Meter down, Runnable end) {
        daemon(() -> carry(near, far, up, end), "wire-up");
        daemon(() -> carry(far, near, down, end), "wire-down");
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    boolean isOver() {
        return over;
    }

    /** From now on what is sent in either direction vanishes; both ends believe that they are connected. */
    void swallow() {
        swallowing = true;
    }

    /** Ends both halves in order, as a program that exits does. */
    void close() {
        over = true;
        closeQuietly(near);
        closeQuietly(far);
    }

    /** Ends both halves with a reset, as a machine in between that forgot the connection does. */
    void reset() {
        for (Socket socket : new Socket[] {near, far}) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                continue;
            }
        }
        close();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed or broken; either will do.
        }
    }

    private void carry(Socket from, Socket to, Meter meter, Runnable end) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[32 << 10];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                meter.carry(bytes, read, (piece, start, length) -> put(out, piece, start, length));
            }
        } catch (IOException e) {
            // The wire ends here.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        end.run();
    }

    private void put(OutputStream out, byte[] bytes, int from, int length) throws IOException, InterruptedException {
        int at = from;
        while (at < from + length) {
            Weather now = weather.get();
            if (over) {
                throw new IOException("the connection is over");
            }
            if (swallowing || now == Weather.SILENT) {
                swallowing = true;
                return;
            }
            if (now == Weather.STALLED) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                continue;
            }
            boolean trickles = now == Weather.TRICKLING;
            int piece = trickles ? Math.min(TRICKLE_BYTES, from + length - at) : from + length - at;
            out.write(bytes, at, piece);
            at += piece;
            if (trickles) {
                TimeUnit.MILLISECONDS.sleep(TRICKLE_MILLIS);
            }
        }
    }
}
