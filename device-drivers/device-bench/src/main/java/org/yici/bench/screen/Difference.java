package org.yici.bench.screen;

import java.util.ArrayList;
import java.util.List;

/** Which parts of the screen are not what they were. */
final class Difference {
    /** Rows that are looked at together; each gives at most one area. */
    private static final int BAND = 60;

    private Difference() {}

    static boolean isAny(Frame before, Frame now) {
        return !before.hasSizeOf(now) || differ(before, now, 0, now.height());
    }

    static List<Area> between(Frame before, Frame now) {
        if (!before.hasSizeOf(now)) {
            return List.of(new Area(0, 0, now.width(), now.height()));
        }
        List<Area> areas = new ArrayList<>();
        for (int top = 0; top < now.height(); top += BAND) {
            int rows = Math.min(BAND, now.height() - top);
            if (differ(before, now, top, rows)) {
                areas.add(tight(before, now, top, rows));
            }
        }
        return areas;
    }

    private static boolean differ(Frame before, Frame now, int row, int rows) {
        int from = row * now.stride();
        int length = rows * now.stride();
        return before.pixels().slice(from, length).mismatch(now.pixels().slice(from, length)) >= 0;
    }

    private static Area tight(Frame before, Frame now, int top, int rows) {
        int first = top;
        while (!differ(before, now, first, 1) && first < top + rows - 1) {
            first++;
        }
        int last = top + rows - 1;
        while (last > first && !differ(before, now, last, 1)) {
            last--;
        }
        int left = now.width() - 1;
        int right = 0;
        for (int y = first; y <= last; y++) {
            left = Math.min(left, leftmost(before, now, y, left));
            right = Math.max(right, rightmost(before, now, y, right));
        }
        return new Area(left, first, Math.max(1, right - left + 1), last - first + 1);
    }

    private static int leftmost(Frame before, Frame now, int y, int limit) {
        int from = y * now.stride();
        int at = before.pixels().slice(from, limit * 4).mismatch(now.pixels().slice(from, limit * 4));
        return at < 0 ? limit : at / 4;
    }

    private static int rightmost(Frame before, Frame now, int y, int limit) {
        int row = y * now.stride();
        int x = now.width() - 1;
        while (x > limit && before.pixels().getInt(row + x * 4) == now.pixels().getInt(row + x * 4)) {
            x--;
        }
        return x;
    }
}
