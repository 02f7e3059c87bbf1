package org.yici.code.degraded;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ink and stickers on a code: light at a point of it, given in modules from its centre; NaN where there is none. */
@FunctionalInterface
interface Damage {
    double at(double x, double y);

    Damage NONE = (x, y) -> Double.NaN;

    static Damage of(double strength, int size, Random random) {
        List<Damage> all = new ArrayList<>();
        int scratches = 1 + (int) (strength * 4);
        for (int i = 0; i < scratches; i++) {
            all.add(scratch(size, 0.2 + 0.6 * strength, random));
        }
        if (random.nextInt(2) == 0) {
            all.add(sticker(size, (0.08 + 0.15 * strength) * size, random));
        }
        if (random.nextInt(3) == 0) {
            all.add(cornerSpot(size, 0.5 + 2 * strength, random));
        }
        return (x, y) -> {
            for (Damage one : all) {
                double light = one.at(x, y);
                if (!Double.isNaN(light)) {
                    return light;
                }
            }
            return Double.NaN;
        };
    }

    private static Damage scratch(int size, double width, Random random) {
        double angle = random.nextDouble() * Math.PI;
        double offset = (random.nextDouble() - 0.5) * size;
        double light = random.nextInt(2);
        return (x, y) -> Math.abs(x * Math.cos(angle) + y * Math.sin(angle) - offset) < width / 2 ? light : Double.NaN;
    }

    private static Damage sticker(int size, double side, Random random) {
        double centreX = (random.nextDouble() - 0.5) * size;
        double centreY = (random.nextDouble() - 0.5) * size;
        double light = random.nextDouble();
        return (x, y) -> Math.abs(x - centreX) < side / 2 && Math.abs(y - centreY) < side / 2 ? light : Double.NaN;
    }

    /** On one of the three position patterns. */
    private static Damage cornerSpot(int size, double radius, Random random) {
        int corner = random.nextInt(3);
        double centreX = (corner == 1 ? 0.5 : -0.5) * size + (corner == 1 ? -1 : 1) * random.nextDouble() * 4;
        double centreY = (corner == 2 ? 0.5 : -0.5) * size + (corner == 2 ? -1 : 1) * random.nextDouble() * 4;
        double light = random.nextInt(2);
        return (x, y) -> Math.hypot(x - centreX, y - centreY) < radius ? light : Double.NaN;
    }
}
