package org.yici.driver.pwg;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Packs the lines of a page (PWG 5102.4-2020, 4.4): how often a line comes again, then runs of dots that are alike and runs of dots that
 * are not.
 */
final class LinePacker {
    private static final int MOST_LINES = 256;
    private static final int MOST_DOTS = 128;

    private final ByteArrayOutputStream out;
    private final int dot;
    private byte[] line = {};
    private int repeats;

    /** @param dot bytes a dot */
    LinePacker(ByteArrayOutputStream out, int dot) {
        this.out = out;
        this.dot = dot;
    }

    /** The next line; its bytes are copied. */
    void add(byte[] next) {
        if (repeats > 0 && repeats < MOST_LINES && Arrays.equals(line, next)) {
            repeats++;
            return;
        }
        flush();
        line = next.clone();
        repeats = 1;
    }

    /** The page is complete. */
    void flush() {
        if (repeats == 0) {
            return;
        }
        out.write(repeats - 1);
        int dots = line.length / dot;
        for (int at = 0; at < dots; ) {
            int alike = alike(at, dots);
            at += alike > 1 || at == dots - 1 ? repeat(at, alike) : literal(at, dots);
        }
        repeats = 0;
    }

    private int repeat(int at, int count) {
        out.write(count - 1);
        out.write(line, at * dot, dot);
        return count;
    }

    private int literal(int at, int dots) {
        int end = at + 1;
        while (end < dots && end - at < MOST_DOTS && alike(end, dots) == 1) {
            end++;
        }
        int count = end - at;
        if (count == 1) {
            return repeat(at, 1);
        }
        out.write(MOST_LINES + 1 - count);
        out.write(line, at * dot, count * dot);
        return count;
    }

    /** How many dots from {@code at} on are the same, up to what one run can hold. */
    private int alike(int at, int dots) {
        int end = at + 1;
        while (end < dots && end - at < MOST_DOTS && same(at, end)) {
            end++;
        }
        return end - at;
    }

    private boolean same(int one, int other) {
        return Arrays.equals(line, one * dot, (one + 1) * dot, line, other * dot, (other + 1) * dot);
    }
}
