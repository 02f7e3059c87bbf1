package org.yici.proof.bounds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.yici.bench.pty.PseudoTerminal;
import org.yici.bench.pty.PseudoTerminal.Arrival;

/** The device's side of a pseudo-terminal as streams. */
record TerminalStreams(PseudoTerminal terminal) {
    private static final Duration SLICE = Duration.ofMillis(20);

    InputStream in() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            /** Whatever came counts as read, for nobody asks what it was. */
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                while (true) {
                    if (terminal.await(SLICE) instanceof Arrival.Bytes bytes) {
                        int count = Math.min(length, bytes.bytes().length);
                        System.arraycopy(bytes.bytes(), 0, into, offset, count);
                        return count;
                    }
                }
            }
        };
    }

    OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                terminal.write(new byte[] {(byte) one});
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                terminal.write(Arrays.copyOfRange(bytes, offset, offset + length));
            }
        };
    }
}
