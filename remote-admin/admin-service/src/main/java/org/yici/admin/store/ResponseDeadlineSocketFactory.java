package org.yici.admin.store;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes sockets on which an answer has to be complete within a deadline: its time begins with the first read after the last write. The
 * time-out of a socket alone begins anew with each byte, so that a database that sends a byte now and then would be waited for without
 * end. For the driver's {@code socketFactory}; it makes one by name, with {@code socketFactoryArg}.
 */
public final class ResponseDeadlineSocketFactory extends SocketFactory {
    private final Duration deadline;

    /** @param millis the deadline in milliseconds, more than 0 */
    public ResponseDeadlineSocketFactory(String millis) {
        this.deadline = Duration.ofMillis(Long.parseLong(millis));
        if (deadline.isZero() || deadline.isNegative()) {
            throw new IllegalArgumentException("a deadline is more than 0 ms, not " + millis);
        }
    }

    @Override
    public Socket createSocket() {
        return new DeadlineSocket(deadline);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(InetSocketAddress far, @Nullable InetSocketAddress local) throws IOException {
        Socket socket = createSocket();
        try {
            socket.bind(local);
            socket.connect(far, (int) deadline.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Used by one thread at a time, as the driver does. */
    private static final class DeadlineSocket extends Socket {
        private final Duration deadline;
        private volatile boolean waiting;
        private volatile long sinceNanos;

        DeadlineSocket(Duration deadline) {
            this.deadline = deadline;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new DeadlineInput(super.getInputStream());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int one) throws IOException {
                    waiting = false;
                    out.write(one);
                }

                @Override
                public void write(byte[] bytes, int begin, int length) throws IOException {
                    waiting = false;
                    out.write(bytes, begin, length);
                }
            };
        }

        /** What is left for the next byte. */
        private int leftMillis() throws SocketTimeoutException {
            long now = System.nanoTime();
            if (!waiting) {
                waiting = true;
                sinceNanos = now;
            }
            long left = deadline.minusNanos(now - sinceNanos).toMillis();
            if (left <= 0) {
                throw new SocketTimeoutException("no complete answer within " + deadline.toMillis() + " ms");
            }
            return (int) Math.min(left, Integer.MAX_VALUE);
        }

        private final class DeadlineInput extends FilterInputStream {
            DeadlineInput(InputStream behind) {
                super(behind);
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int begin, int length) throws IOException {
                int left = leftMillis();
                int set = getSoTimeout();
                setSoTimeout(set == 0 ? left : Math.min(set, left));
                try {
                    return super.read(bytes, begin, length);
                } finally {
                    if (!isClosed()) {
                        setSoTimeout(set);
                    }
                }
            }
        }
    }
}
