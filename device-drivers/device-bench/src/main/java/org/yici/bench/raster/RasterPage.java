package org.yici.bench.raster;

/**
 * One page of a document, still compressed. Its pixels are made anew for whoever reads them, one line at a time, so that no
 * page is ever in memory as a whole.
 */
public final class RasterPage {
    /** Takes lines from the top. */
    public interface Lines {
        /**
         * @param count how many lines look like this, at least 1
         * @param pixels red, green and blue, or grey alone; valid during the call
         */
        void take(int count, byte[] pixels);
    }

    private final byte[] document;
    private final int start;
    private final PageHeader header;

    /** The page whose header begins at {@code offset}. */
    RasterPage(byte[] document, int offset) throws RasterFault {
        this.document = document;
        this.header = PageHeader.read(document, offset);
        this.start = offset + PageHeader.LENGTH;
    }

    public PageHeader header() {
        return header;
    }

    /**
     * Decodes the page and returns where it ends in the document. Fails where the data end or a run leaves its line; what was
     * taken before is right.
     */
    public int read(Lines lines) throws RasterFault {
        RunDecoder runs = new RunDecoder(document, start, header.colours());
        byte[] line = new byte[header.bytesPerLine()];
        int left = header.height();
        while (left > 0) {
            int count = runs.next() + 1;
            if (count > left) {
                throw new RasterFault("a line is repeated " + count + " times with " + left + " to come");
            }
            runs.line(line);
            lines.take(count, line);
            left -= count;
        }
        return runs.position();
    }
}
