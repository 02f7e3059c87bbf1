package org.yici.bench.printer;

import java.io.IOException;

/** A received document, page by page. One thread. */
interface Pages extends AutoCloseable {
    int count();

    /**
     * One side of paper with a page on it, as a PNG file.
     *
     * @param page counts from 0
     */
    byte[] png(int page, Medium medium) throws IOException;

    @Override
    void close() throws IOException;
}
