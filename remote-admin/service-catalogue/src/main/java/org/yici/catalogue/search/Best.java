package org.yici.catalogue.search;

import java.util.Arrays;

/** The lowest of many numbers, ordered. */
final class Best {
    private final long[] lowest;
    private int size;

    Best(int most) {
        this.lowest = new long[most];
    }

    void offer(long number) {
        if (size == lowest.length && number >= lowest[size - 1]) {
            return;
        }
        int found = Arrays.binarySearch(lowest, 0, size, number);
        int at = found < 0 ? -found - 1 : found;
        int moved = Math.min(size, lowest.length - 1) - at;
        System.arraycopy(lowest, at, lowest, at + 1, moved);
        lowest[at] = number;
        size = Math.min(size + 1, lowest.length);
    }

    long[] ordered() {
        return Arrays.copyOf(lowest, size);
    }
}
