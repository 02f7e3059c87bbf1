package org.yici.bench.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.bench.port.SamePort;

/**
 * Passes TCP connections on, on loopback, and knows nothing of what they carry. Cut, its port is closed and every connection
 * with it; joined, it listens on the same port again. Stalled, it takes connections and bytes and holds them back until it is not any
 * more, like a network in which everything is lost. Any thread; two threads a connection.
 */
public final class CutProxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CutProxy.class);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ACCEPTOR_MILLIS = 1_000;
    /** How soon a stalled connection that was closed is noticed. */
    private static final long STALL_LOOKS_MILLIS = 200;

    private final String name;
    private final int target;
    private final InetSocketAddress address;
    private final Runnable changed;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private boolean stalled;
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;

    /**
     * Begins to listen.
     *
     * @param port 0 chooses a free one
     * @param target the port that connections are passed on to
     * @param changed called when a connection came or went, on a thread of the proxy
     */
    public CutProxy(String name, int port, int target, Runnable changed) throws IOException {
        this.name = name;
        this.target = target;
        this.changed = changed;
        ServerSocket first = listenOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), first.getLocalPort());
        accept(first);
    }

    private static ServerSocket listenOn(InetSocketAddress address) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    public String name() {
        return name;
    }

    public int port() {
        return address.getPort();
    }

    public int target() {
        return target;
    }

    /** How many connections go through it now. */
    public int connections() {
        return sockets.size() / 2;
    }

    public synchronized boolean isCut() {
        return listener == null;
    }

    public synchronized void cut() {
        if (listener != null) {
            close(listener);
            listener = null;
            awaitAcceptor();
        }
        sockets.forEach(CutProxy::close);
    }

    /** The system goes on taking connections for as long as a thread is still on its way out of the closed socket. */
    private void awaitAcceptor() {
        try {
            if (acceptor != null) {
                acceptor.join(ACCEPTOR_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized void join() throws IOException {
        if (listener == null) {
            accept(SamePort.again(() -> listenOn(address)));
        }
    }

    public synchronized boolean isStalled() {
        return stalled;
    }

    public synchronized void stall(boolean on) {
        stalled = on;
        notifyAll();
    }

    private synchronized void awaitFlow(Socket to) throws IOException {
        try {
            while (stalled && !to.isClosed()) {
                wait(STALL_LOOKS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the proxy ends");
        }
    }

    private synchronized void accept(ServerSocket fresh) {
        listener = fresh;
        acceptor = run(() -> {
            while (!fresh.isClosed()) {
                try {
                    begin(fresh.accept());
                } catch (IOException e) {
                    LOG.debug("{}: no more connections: {}", name, e.getMessage());
                }
            }
        });
    }

    private void begin(Socket near) {
        run(() -> {
            Socket far = new Socket();
            try {
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
                connect(near, far);
            } catch (IOException e) {
                LOG.info("{}: nothing answers on port {}: {}", name, target, e.getMessage());
                close(near);
                close(far);
            }
        });
    }

    private void connect(Socket near, Socket far) {
        synchronized (this) {
            if (listener == null) {
                close(near);
                close(far);
                return;
            }
            sockets.add(near);
            sockets.add(far);
        }
        changed.run();
        run(() -> pump(far, near));
        pump(near, far);
    }

    /** Passes one direction on until it ends; a half-closed connection stays until its other half ends. */
    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                awaitFlow(to);
                to.getOutputStream().write(buffer, 0, count);
            }
            to.shutdownOutput();
            if (!from.isOutputShutdown()) {
                return;
            }
        } catch (IOException e) {
            LOG.debug("{}: a connection ended: {}", name, e.getMessage());
        }
        close(from);
        close(to);
        if (sockets.remove(from) | sockets.remove(to)) {
            changed.run();
        }
    }

    private Thread run(Runnable task) {
        Thread thread = new Thread(task, "bench-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        cut();
    }
}
