package org.yici.code;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/** Where in a picture a code is. */
final class Place {
    /** Of the larger one's extent. Neighbours are a whole extent away, the same code seen in two ways less than a tenth. */
    private static final double SAME = 0.25;

    private Place() {}

    /** The same code seen twice: it says the same at the same place. */
    static boolean same(DecodedCode one, DecodedCode other) {
        Rectangle2D here = area(one.corners()).getBounds2D();
        Rectangle2D there = area(other.corners()).getBounds2D();
        double distance =
                Point2D.distance(here.getCenterX(), here.getCenterY(), there.getCenterX(), there.getCenterY());
        return one.format() == other.format()
                && Arrays.equals(one.bytes(), other.bytes())
                && distance <= SAME * Math.max(extent(here), extent(there));
    }

    private static double extent(Rectangle2D area) {
        return Math.max(area.getWidth(), area.getHeight());
    }

    /** Within the corners. */
    static Path2D area(List<Point2D> corners) {
        Path2D area = new Path2D.Double();
        for (Point2D corner : corners) {
            if (area.getCurrentPoint() == null) {
                area.moveTo(corner.getX(), corner.getY());
            } else {
                area.lineTo(corner.getX(), corner.getY());
            }
        }
        return area;
    }
}
