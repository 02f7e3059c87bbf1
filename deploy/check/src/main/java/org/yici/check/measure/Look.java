package org.yici.check.measure;

import java.util.List;

/**
 * By what a screen is known: the colours of those points that rest while it is shown. What moves on it, and what a clock or a number
 * changes from time to time, does not count.
 */
final class Look {
    /** The clock's minute, a certificate's number: that much may differ. */
    private static final double ENOUGH = 0.97;

    private final int[] points;
    private final boolean[] rests;

    private Look(int[] points, boolean[] rests) {
        this.points = points;
        this.rests = rests;
    }

    /** What rested through all of {@code shots}. */
    static Look of(List<Film.Shot> shots) {
        int[] last = shots.get(shots.size() - 1).points();
        boolean[] rests = new boolean[last.length];
        for (int i = 0; i < rests.length; i++) {
            int at = i;
            rests[i] = shots.stream().allMatch(shot -> shot.points()[at] == last[at]);
        }
        return new Look(last.clone(), rests);
    }

    /** How many of the points that rest on this screen are not as they were {@code before}. */
    int changed(int[] seen, int[] before) {
        int changed = 0;
        for (int i = 0; i < rests.length; i++) {
            changed += rests[i] && seen[i] != before[i] ? 1 : 0;
        }
        return changed;
    }

    boolean is(int[] seen) {
        int all = 0;
        int shown = 0;
        for (int i = 0; i < rests.length; i++) {
            if (rests[i]) {
                all++;
                shown += seen[i] == points[i] ? 1 : 0;
            }
        }
        return shown >= ENOUGH * all;
    }
}
