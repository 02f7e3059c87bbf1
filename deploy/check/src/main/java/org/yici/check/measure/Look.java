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

    /** The points, at rest on both, that tell this screen from {@code other} and from a screen of one {@code ground} colour. */
    boolean[] telling(Look other, int ground) {
        boolean[] telling = new boolean[points.length];
        for (int i = 0; i < telling.length; i++) {
            telling[i] = rests[i] && other.rests[i] && points[i] != other.points[i] && points[i] != ground;
        }
        return telling;
    }

    /** Which part of the points in {@code where} shows this screen, 0 to 1. */
    double part(int[] seen, boolean[] where) {
        int all = 0;
        int shown = 0;
        for (int i = 0; i < where.length; i++) {
            if (where[i]) {
                all++;
                shown += seen[i] == points[i] ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) shown / all;
    }

    boolean is(int[] seen) {
        return part(seen, rests) >= ENOUGH;
    }
}
