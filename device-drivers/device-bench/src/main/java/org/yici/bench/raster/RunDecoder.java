package org.yici.bench.raster;

import java.util.Arrays;

/**
 * Reads what PWG 5102.4, 4.4 makes of lines: a byte below 128 repeats the next pixel, one above is followed by pixels as they are, and 128
 * leaves the rest of the line white. One thread.
 */
final class RunDecoder {
    private static final int CLEAR_TO_END = 128;
    private static final byte WHITE = (byte) 0xFF;

    private final byte[] document;
    private final int pixelSize;
    private int position;

    RunDecoder(byte[] document, int position, int pixelSize) {
        this.document = document;
        this.position = position;
        this.pixelSize = pixelSize;
    }

    /** Where it stands in the document. */
    int position() {
        return position;
    }

    int next() throws RasterFault {
        demandBytes(1);
        return document[position++] & 0xFF;
    }

    /** Fills one line with pixels. Fails where the data end or a run leaves the line. */
    void line(byte[] line) throws RasterFault {
        int filled = 0;
        while (filled < line.length) {
            int code = next();
            if (code == CLEAR_TO_END) {
                Arrays.fill(line, filled, line.length, WHITE);
                filled = line.length;
            } else if (code < CLEAR_TO_END) {
                filled = repeated(line, filled, code + 1);
            } else {
                filled = literal(line, filled, 257 - code);
            }
        }
    }

    private int repeated(byte[] line, int from, int pixels) throws RasterFault {
        int end = demandRoom(line, from, pixels * pixelSize);
        demandBytes(pixelSize);
        for (int at = from; at < end; at += pixelSize) {
            System.arraycopy(document, position, line, at, pixelSize);
        }
        position += pixelSize;
        return end;
    }

    private int literal(byte[] line, int from, int pixels) throws RasterFault {
        int length = pixels * pixelSize;
        int end = demandRoom(line, from, length);
        demandBytes(length);
        System.arraycopy(document, position, line, from, length);
        position += length;
        return end;
    }

    private int demandRoom(byte[] line, int from, int length) throws RasterFault {
        if (length > line.length - from) {
            throw new RasterFault("a run leaves its line at byte " + position);
        }
        return from + length;
    }

    private void demandBytes(int count) throws RasterFault {
        if (document.length - position < count) {
            throw new RasterFault("the data are cut off at byte " + document.length);
        }
    }
}
