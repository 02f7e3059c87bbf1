package org.yici.check.residue;

import java.io.IOException;

/** Bytes in a row, fed piece by piece; what lies across two pieces is found too. */
final class Hay {
    private static final int PIECE = 1 << 20;

    private final Needles needles;
    private final Hits hits;
    private final String name;
    private final byte[] window;
    private int kept;
    private long begin;

    /** Reads what comes next into {@code to} from {@code at} on, at most {@code length} bytes; -1 at the end. */
    interface Source {
        int read(byte[] to, int at, int length) throws IOException;
    }

    /**
     * @param name what this is, as hits name it
     * @param begin the address of its first byte
     */
    Hay(Needles needles, Hits hits, String name, long begin) {
        this.needles = needles;
        this.hits = hits;
        this.name = name;
        this.begin = begin;
        this.window = new byte[PIECE + needles.longest()];
    }

    /** Searches {@code source} to its end; returns how many bytes it gave. */
    long search(Source source) throws IOException {
        long all = 0;
        while (true) {
            int read = source.read(window, kept, PIECE);
            if (read < 0) {
                return all;
            }
            all += read;
            look(read);
        }
    }

    private void look(int read) {
        int end = kept + read;
        int old = kept;
        needles.search(window, end, (needle, at, length) -> {
            if (at + length > old) {
                hits.add(needle, name, begin + at);
            }
        });
        int carry = Math.min(end, needles.longest() - 1);
        System.arraycopy(window, end - carry, window, 0, carry);
        begin += end - carry;
        kept = carry;
    }
}
