package org.yici.base.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes sockets by another factory and closes all of them at once. Paho 1.2.5 leaves the TCP connection open after each of its own ways
 * to disconnect forcibly, and closes nothing while it connects. Closing one takes two seconds at most, also when the other side reads
 * nothing: without a linger time, closing TLS waits for a write that goes on. Thread-safe.
 */
public final class TrackingSocketFactory extends SSLSocketFactory implements AutoCloseable {
    private static final int LINGER_SECONDS = 1;

    private final SSLSocketFactory factory;
    private final List<Socket> sockets = new ArrayList<>();
    private boolean closed;

    public TrackingSocketFactory(SSLSocketFactory factory) {
        this.factory = factory;
    }

    /** Closes every socket, also those that are made later; whoever reads or writes one gets an {@link IOException}. */
    @Override
    public synchronized void close() {
        closed = true;
        sockets.forEach(TrackingSocketFactory::close);
        sockets.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed or broken; either will do.
        }
    }

    private synchronized Socket track(Socket socket) throws SocketException {
        socket.setSoLinger(true, LINGER_SECONDS);
        if (closed) {
            close(socket);
        } else {
            sockets.add(socket);
        }
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return track(factory.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return track(factory.createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return track(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return track(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return track(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return track(factory.createSocket(host, port, local, localPort));
    }
}
