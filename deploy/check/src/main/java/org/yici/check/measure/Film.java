package org.yici.check.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Looks at the screen some two thousand times a second and keeps what changed, with the time at which it was seen. One thread. */
final class Film {
    private static final long BETWEEN_NANOS = 300_000;

    private final FrameBuffer screen;
    private final List<Shot> shots = new ArrayList<>();

    /** @param nanos {@link System#nanoTime} when this was first seen */
    record Shot(long nanos, int[] points) {}

    Film(FrameBuffer screen) {
        this.screen = screen;
    }

    /** Films for a while; what was filmed before is kept. */
    void run(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            look();
        }
    }

    /** One look; whether something changed. */
    boolean look() {
        int[] points = screen.look();
        long now = System.nanoTime();
        if (shots.isEmpty()
                || !Arrays.equals(points, shots.get(shots.size() - 1).points())) {
            shots.add(new Shot(now, points));
            return true;
        }
        LockSupport.parkNanos(BETWEEN_NANOS);
        return false;
    }

    /** All shots, the oldest first. */
    List<Shot> shots() {
        return List.copyOf(shots);
    }

    /** Lets go of all but the last shot. */
    void cut() {
        shots.subList(0, shots.size() - 1).clear();
    }
}
