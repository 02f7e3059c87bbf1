package org.yici.bench.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A document as far as it can be understood. A printer prints raster pages as they arrive, so those before a fault are good.
 *
 * @param pages that are whole, in their order
 * @param fault what is wrong after them
 */
public record RasterDocument(List<RasterPage> pages, Optional<String> fault) {
    /** The synchronisation word of PWG 5102.4, 4.2: {@code RaS2}. */
    private static final byte[] SYNC = {'R', 'a', 'S', '2'};

    public RasterDocument {
        pages = List.copyOf(pages);
    }

    /** Whether the bytes claim to be PWG Raster. */
    public static boolean begins(byte[] document) {
        for (int i = 0; i < SYNC.length; i++) {
            if (i >= document.length || document[i] != SYNC[i]) {
                return false;
            }
        }
        return true;
    }

    public static RasterDocument read(byte[] document) {
        if (!begins(document)) {
            return new RasterDocument(List.of(), Optional.of("it does not begin with RaS2"));
        }
        List<RasterPage> pages = new ArrayList<>();
        int position = SYNC.length;
        try {
            do {
                RasterPage page = new RasterPage(document, position);
                position = page.read((count, pixels) -> {});
                pages.add(page);
            } while (position < document.length);
            return new RasterDocument(pages, Optional.empty());
        } catch (RasterFault e) {
            return new RasterDocument(pages, Optional.of("page " + (pages.size() + 1) + ": " + e.getMessage()));
        }
    }
}
