package org.yici.bench.screen;

import java.io.IOException;

/** Where pictures of the screen come from. One thread at a time. */
interface PixelSource extends AutoCloseable {
    int width();

    int height();

    /** Whether it is still there, without looking at a pixel; an IOException when it is not and the source is of no further use. */
    void check() throws IOException;

    /** The screen now; an IOException when it is not there or no more, and the source is of no further use. */
    Frame frame() throws IOException;

    /** How the page names it. */
    String kind();

    /** How many pictures a second this source is good for. */
    int framesPerSecond();

    @Override
    void close() throws IOException;
}
