package org.yici.code.degraded;

/** Where a point of the picture lies on what carries the code. Both in modules from the code's centre, x to the right, y down. */
@FunctionalInterface
interface Surface {
    /** Replaces the point of the picture by that of the surface; false if nothing of the surface is seen there. */
    boolean carry(double[] point);

    Surface FLAT = point -> true;

    /** Then {@code next}. */
    default Surface then(Surface next) {
        return point -> carry(point) && next.carry(point);
    }

    static Surface turned(double radians) {
        double cosine = Math.cos(radians);
        double sine = Math.sin(radians);
        return point -> {
            double x = point[0];
            point[0] = cosine * x + sine * point[1];
            point[1] = cosine * point[1] - sine * x;
            return true;
        };
    }

    /** A plane turned out of the picture's around the axis x, looked at from {@code distance}. */
    static Surface tilted(double radians, double distance) {
        double cosine = Math.cos(radians);
        double sine = Math.sin(radians);
        return point -> {
            double depth = distance * cosine - point[1] * sine;
            if (depth <= 0.05 * distance) {
                return false;
            }
            point[1] = point[1] * distance / depth;
            point[0] = point[0] * (distance + point[1] * sine) / distance;
            return true;
        };
    }

    /** A cylinder around an axis parallel to y, seen from afar. */
    static Surface curved(double radius) {
        return point -> {
            if (Math.abs(point[0]) >= radius) {
                return false;
            }
            point[0] = radius * Math.asin(point[0] / radius);
            return true;
        };
    }
}
