package org.yici.base.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Passes everything on and looks at each line. */
final class WatchedStream extends OutputStream {
    private final String name;
    private final OutputStream next;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private WatchedStream(String name, OutputStream next) {
        this.name = name;
        this.next = next;
    }

    /** A stream like {@code next} that is watched. */
    static PrintStream around(String name, PrintStream next) {
        return new PrintStream(new WatchedStream(name, next), true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int octet) throws IOException {
        next.write(octet);
        keep(octet);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        next.write(bytes, from, length);
        for (int i = from; i < from + length; i++) {
            keep(bytes[i]);
        }
    }

    private void keep(int octet) {
        if (octet == '\n') {
            NumberWatch.look(name, line.toString(StandardCharsets.UTF_8));
            line.reset();
        } else {
            line.write(octet);
        }
    }

    @Override
    public void flush() throws IOException {
        next.flush();
    }
}
