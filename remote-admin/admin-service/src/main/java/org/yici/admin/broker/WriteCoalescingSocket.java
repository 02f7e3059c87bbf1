package org.yici.admin.broker;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A socket that sends what was written when something is read, all at once. A server refuses a client certificate before it has read
 * what comes behind it, and closes: Java, which writes that in pieces, would fail at a piece and never read the refusal.
 */
final class WriteCoalescingSocket extends Socket {
    private static final int LARGEST_WRITE = 64 << 10;

    private final Object opening = new Object();
    private @Nullable Output output;
    private @Nullable InputStream input;

    /** Holds back until {@link #send}. */
    private static final class Output extends BufferedOutputStream {
        Output(OutputStream behind) {
            super(behind, LARGEST_WRITE);
        }

        @Override
        public void flush() {
            // What was written goes with the next read.
        }

        void send() throws IOException {
            super.flush();
        }
    }

    @Override
    public Output getOutputStream() throws IOException {
        synchronized (opening) {
            if (output == null) {
                output = new Output(super.getOutputStream());
            }
            return output;
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        synchronized (opening) {
            if (input == null) {
                input = new Input(super.getInputStream(), getOutputStream());
            }
            return input;
        }
    }

    private static final class Input extends FilterInputStream {
        private final Output output;

        Input(InputStream behind, Output output) {
            super(behind);
            this.output = output;
        }

        @Override
        public int read() throws IOException {
            output.send();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int begin, int length) throws IOException {
            output.send();
            return super.read(bytes, begin, length);
        }
    }
}
