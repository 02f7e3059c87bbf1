package org.yici.endurance.wire;

import java.io.IOException;

/** Sees the bytes of one direction of one connection on their way, and may make them wait. Of the thread that carries them. */
interface Meter {
    /** Hands all of {@code bytes} up to {@code length} on to {@code sink}, now or with later ones. */
    void carry(byte[] bytes, int length, Sink sink) throws IOException, InterruptedException;

    /** Where the bytes go on. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] bytes, int from, int length) throws IOException, InterruptedException;
    }

    /** Looks at nothing. */
    Meter NONE = (bytes, length, sink) -> sink.write(bytes, 0, length);
}
