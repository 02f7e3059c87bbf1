package org.yici.endurance.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A stretch of TCP on loopback, from a port of its own to another port. Any thread. */
public final class Wire implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Supplier<Meter> up;
    private final Supplier<Meter> down;
    private final List<Strand> strands = new CopyOnWriteArrayList<>();
    private volatile Weather weather = Weather.CLEAR;

    private Wire(ServerSocket server, int target, Supplier<Meter> up, Supplier<Meter> down) {
        this.server = server;
        this.target = target;
        this.up = up;
        this.down = down;
    }

    /** A wire that looks at nothing. */
    public static Wire to(int target) throws IOException {
        return to(target, () -> Meter.NONE, () -> Meter.NONE);
    }

    /** A wire that carries TLS and is looked at by {@code aim}. */
    public static Wire to(int target, TlsAim aim) throws IOException {
        return to(target, aim::up, aim::down);
    }

    /** A wire to PostgreSQL that is looked at by {@code aim}. */
    public static Wire to(int target, CommitAim aim) throws IOException {
        return to(target, () -> Meter.NONE, aim::down);
    }

    private static Wire to(int target, Supplier<Meter> up, Supplier<Meter> down) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Wire wire = new Wire(server, target, up, down);
        Thread thread = new Thread(wire::accept, "wire-" + target);
        thread.setDaemon(true);
        thread.start();
        return wire;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many connections stand. */
    public int connections() {
        return strands.size();
    }

    public void become(Weather next) {
        weather = next;
        if (next == Weather.CUT) {
            reset();
        }
    }

    /** Ends every connection with a reset; the next ones are let in. */
    public void reset() {
        live().forEach(Strand::reset);
    }

    /** Ends every connection in order; the next ones are let in. */
    public void hangUp() {
        live().forEach(Strand::close);
    }

    /** The connections that stand carry nothing any more and stay; the next ones do. */
    public void silence() {
        live().forEach(Strand::swallow);
    }

    private List<Strand> live() {
        return new ArrayList<>(strands);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                join(server.accept());
            } catch (IOException e) {
                // The near side is gone already, or we are.
                continue;
            }
        }
    }

    private void join(Socket near) throws IOException {
        if (weather == Weather.CUT) {
            near.setSoLinger(true, 0);
            near.close();
            return;
        }
        Socket far;
        try {
            far = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) {
            near.close();
            throw e;
        }
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        Strand strand = new Strand(near, far, () -> weather);
        strands.add(strand);
        strand.start(up.get(), down.get(), () -> strands.remove(strand));
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
    }
}
