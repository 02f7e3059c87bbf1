package org.yici.bench.printer;

import java.io.IOException;

/** A received document, page by page. One thread. */
interface Pages extends AutoCloseable {
    /** A document in this format. Fails with an IOException when nothing of it can be understood. */
    static Pages of(Document document) throws IOException {
        return switch (document.format()) {
            case PDF -> new PdfPages(document.bytes());
            case PWG_RASTER -> new RasterPages(document.bytes());
        };
    }

    /** How many can be printed. */
    int count();

    /** Whether the document ends with them. False: what follows cannot be understood. */
    default boolean isWhole() {
        return true;
    }

    /**
     * One side of paper with a page on it, as a PNG file.
     *
     * @param page counts from 0
     */
    byte[] png(int page, Medium medium) throws IOException;

    @Override
    void close() throws IOException;
}
