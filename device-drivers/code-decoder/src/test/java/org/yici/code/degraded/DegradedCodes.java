package org.yici.code.degraded;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Any number of degraded pictures of QR codes. The same seed and number always make the same picture; upright and turned hold the same
 * codes, spoilt alike. Symbols follow ISO/IEC 18004:2015, versions 1 to 15, levels L to H.
 */
public final class DegradedCodes {
    private static final double QUIET_ZONE = 4;
    private static final Category[] CATEGORIES = Category.values();
    private static final Set<Category> MIXABLE = EnumSet.of(
            Category.TINY,
            Category.PERSPECTIVE,
            Category.CURVED,
            Category.DEFOCUS,
            Category.MOTION,
            Category.NOISE,
            Category.DIM,
            Category.GLOSS,
            Category.GRADIENT,
            Category.DAMAGED,
            Category.JPEG);

    private final long seed;

    public DegradedCodes(long seed) {
        this.seed = seed;
    }

    /** The categories take turns. Upright codes are off by at most 5 degrees, turned ones lie at any angle. */
    public DegradedPicture picture(int number, boolean turned) {
        Random random = new Random(seed * 1_000_003L + number * 7919L);
        Category category = CATEGORIES[Math.floorMod(number, CATEGORIES.length)];
        double strength = random.nextDouble();
        Random angles = new Random(random.nextLong());
        return new Making(category, strength, turned, random, angles).picture(number);
    }

    /** One picture on its way. */
    private static final class Making {
        private final Category category;
        private final double strength;
        private final boolean turned;
        private final Random random;
        private final Random angles;
        private final Set<Category> applied;
        private final double share;

        Making(Category category, double strength, boolean turned, Random random, Random angles) {
            this.category = category;
            this.strength = strength;
            this.turned = turned;
            this.random = random;
            this.angles = angles;
            if (category == Category.MIXED) {
                List<Category> choice = new ArrayList<>(MIXABLE);
                Collections.shuffle(choice, random);
                applied = EnumSet.copyOf(choice.subList(0, 3));
                share = strength * 0.6;
            } else {
                applied = EnumSet.of(category);
                share = strength;
            }
        }

        /** Between two values by strength if {@code of} applies, else {@code without}. */
        private double by(Category of, double weak, double strong, double without) {
            return applied.contains(of) ? weak + (strong - weak) * share : without;
        }

        DegradedPicture picture(int number) {
            int count = category == Category.SEVERAL ? 2 + random.nextInt(4) : 1;
            double pitch = pitch();
            List<Symbol> symbols = symbols(count);
            int cell = (int) Math.ceil(cell(symbols, pitch));
            Light light = background(count, cell);
            for (int i = 0; i < count; i++) {
                place(symbols.get(i), pitch, centre(i, count, cell, light, symbols.get(i), pitch), light);
            }
            spoil(light, pitch);
            return new DegradedPicture(
                    number,
                    category,
                    turned,
                    strength,
                    finished(light),
                    symbols.stream().map(Symbol::text).toList());
        }

        /** Pixels of a module. */
        private double pitch() {
            double free = 3 + random.nextDouble() * 5;
            return switch (category) {
                case SMALL_IN_LARGE -> 4 - 2 * strength;
                case SEVERAL, JPEG -> 2.5 + random.nextDouble() * 2;
                default -> by(Category.TINY, 3, 1.5, free);
            };
        }

        private List<Symbol> symbols(int count) {
            List<Symbol> symbols = new ArrayList<>();
            Set<String> texts = new LinkedHashSet<>();
            while (symbols.size() < count) {
                Symbol symbol = Symbol.of(random, 1, count > 1 ? 6 : 15);
                if (texts.add(symbol.text())) {
                    symbols.add(symbol);
                }
            }
            return symbols;
        }

        /** Room for the widest at any angle. */
        private double cell(List<Symbol> symbols, double pitch) {
            int widest = symbols.stream().mapToInt(Symbol::size).max().orElseThrow();
            return (widest + 2 * QUIET_ZONE) * pitch * (turned || category == Category.PERSPECTIVE ? 1.45 : 1.12) + 4;
        }

        private Light background(int count, int cell) {
            int across = count > 2 ? 2 : count;
            int margin = 10 + random.nextInt(60);
            Light light = category == Category.SMALL_IN_LARGE
                    ? new Light(1600, 1200)
                    : new Light(cell * across + margin, cell * ((count + across - 1) / across) + margin);
            double desk = 0.35 + random.nextDouble() * 0.6;
            light.change((x, y, value) -> desk);
            int things = 3 + random.nextInt(8);
            for (int i = 0; i < things; i++) {
                thing(light, random.nextDouble());
            }
            return light;
        }

        /** Something that lies about: a block, or lines like those of a text. */
        private void thing(Light light, double brightness) {
            int left = random.nextInt(light.width);
            int top = random.nextInt(light.height);
            int right = Math.min(light.width, left + 5 + random.nextInt(light.width / 3));
            int bottom = Math.min(light.height, top + 5 + random.nextInt(light.height / 3));
            boolean lines = random.nextBoolean();
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    if (!lines || (y / 6) % 2 == 0 && (x * 7 + y / 6 * 13) % 11 < 6) {
                        light.set(x, y, brightness);
                    }
                }
            }
        }

        private double[] centre(int index, int count, int cell, Light light, Symbol symbol, double pitch) {
            if (category == Category.SMALL_IN_LARGE) {
                double room = (symbol.size() + 2 * QUIET_ZONE) * pitch * 0.75;
                return new double[] {
                    room + random.nextDouble() * (light.width - 2 * room),
                    room + random.nextDouble() * (light.height - 2 * room)
                };
            }
            int across = count > 2 ? 2 : count;
            int down = (count + across - 1) / across;
            double marginX = (light.width - cell * across) / 2.0;
            double marginY = (light.height - cell * down) / 2.0;
            return new double[] {
                marginX + (index % across + 0.5) * cell, marginY + ((double) (index / across) + 0.5) * cell
            };
        }

        private Surface surface(int size) {
            double free = angles.nextDouble();
            Surface surface = Surface.turned(turned ? free * 2 * Math.PI : Math.toRadians(free * 10 - 5));
            if (applied.contains(Category.PERSPECTIVE)) {
                double axis = random.nextDouble() * 2 * Math.PI;
                surface = surface.then(Surface.turned(axis))
                        .then(Surface.tilted(
                                Math.toRadians(by(Category.PERSPECTIVE, 15, 65, 0)),
                                size * (1.5 + random.nextDouble())))
                        .then(Surface.turned(-axis));
            }
            if (applied.contains(Category.CURVED)) {
                double axis = random.nextInt(3) * Math.PI / 4;
                double halfAngle = Math.toRadians(by(Category.CURVED, 20, 65, 0));
                surface = surface.then(Surface.turned(axis))
                        .then(Surface.curved((size / 2.0) / halfAngle))
                        .then(Surface.turned(-axis));
            }
            return surface;
        }

        /** Each pixel is the mean of nine points in it. */
        private void place(Symbol symbol, double pitch, double[] centre, Light light) {
            Surface surface = surface(symbol.size());
            Damage damage = applied.contains(Category.DAMAGED)
                    ? Damage.of(by(Category.DAMAGED, 0, 1, 0), symbol.size(), random)
                    : Damage.NONE;
            double ink = random.nextDouble() * 0.2;
            double paper = 0.8 + random.nextDouble() * 0.2;
            boolean inverted = category == Category.INVERTED;
            double reach = (symbol.size() / 2.0 + QUIET_ZONE) * 1.5 * pitch;
            double[] point = new double[2];
            for (int y = (int) Math.max(0, centre[1] - reach); y < Math.min(light.height, centre[1] + reach); y++) {
                for (int x = (int) Math.max(0, centre[0] - reach); x < Math.min(light.width, centre[0] + reach); x++) {
                    double sum = 0;
                    for (int part = 0; part < 9; part++) {
                        point[0] = (x + (part % 3 + 0.5) / 3 - centre[0]) / pitch;
                        point[1] = (y + ((double) (part / 3) + 0.5) / 3 - centre[1]) / pitch;
                        double mark = surface.carry(point) ? mark(symbol, damage, point) : Double.NaN;
                        double bright = inverted ? 1 - mark : mark;
                        sum += Double.isNaN(mark) ? light.get(x, y) : ink + bright * (paper - ink);
                    }
                    light.set(x, y, sum / 9);
                }
            }
        }

        /** 0 where there is ink, 1 on paper, NaN beside it. */
        private static double mark(Symbol symbol, Damage damage, double[] point) {
            double half = symbol.size() / 2.0;
            if (Math.abs(point[0]) > half + QUIET_ZONE || Math.abs(point[1]) > half + QUIET_ZONE) {
                return Double.NaN;
            }
            double damaged = damage.at(point[0], point[1]);
            if (!Double.isNaN(damaged)) {
                return damaged;
            }
            int column = (int) Math.floor(point[0] + half);
            int row = (int) Math.floor(point[1] + half);
            boolean inside = column >= 0 && row >= 0 && column < symbol.size() && row < symbol.size();
            return inside && symbol.dark(column, row) ? 0 : 1;
        }

        private void spoil(Light light, double pitch) {
            if (applied.contains(Category.GRADIENT)) {
                gradient(light, by(Category.GRADIENT, 0.6, 0.01, 1));
            }
            if (applied.contains(Category.GLOSS)) {
                gloss(light);
            }
            if (applied.contains(Category.DIM)) {
                double contrast = by(Category.DIM, 0.5, 0.02, 1);
                double black = random.nextDouble() * (0.6 - contrast * 0.5);
                light.change((x, y, value) -> black + value * contrast);
            }
            if (applied.contains(Category.DEFOCUS)) {
                light.defocus(by(Category.DEFOCUS, 0.3, 0.9, 0) * pitch);
            }
            if (applied.contains(Category.MOTION)) {
                light.move(by(Category.MOTION, 0.5, 2.5, 0) * pitch, random.nextDouble() * Math.PI);
            }
            double dim = by(Category.DIM, 0.5, 0.1, 1);
            light.noise(by(Category.NOISE, 0.04, 0.4, 0.01 * dim) * dim, by(Category.NOISE, 0, 0.04, 0), random);
        }

        private void gradient(Light light, double darkest) {
            double angle = random.nextDouble() * 2 * Math.PI;
            double length = Math.hypot(light.width, light.height) / 2;
            light.change((x, y, value) -> {
                double along = ((x - light.width / 2.0) * Math.cos(angle) + (y - light.height / 2.0) * Math.sin(angle))
                        / length;
                double lit = Math.max(0, Math.min(1, along + 0.5));
                return value * (darkest + (1 - darkest) * lit * lit);
            });
        }

        private void gloss(Light light) {
            int spots = 1 + random.nextInt(3);
            for (int i = 0; i < spots; i++) {
                double centreX = light.width * (0.2 + 0.6 * random.nextDouble());
                double centreY = light.height * (0.2 + 0.6 * random.nextDouble());
                double radius = Math.min(light.width, light.height) * by(Category.GLOSS, 0.03, 0.15, 0);
                light.change((x, y, value) -> {
                    double distance = Math.hypot(x - centreX, y - centreY) / radius;
                    return Math.min(1, value + (0.4 + strength) * Math.exp(-distance * distance));
                });
            }
        }

        private BufferedImage finished(Light light) {
            BufferedImage picture =
                    light.picture(random.nextBoolean() ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
            return applied.contains(Category.JPEG) ? Light.jpeg(picture, by(Category.JPEG, 0.4, 0.02, 1)) : picture;
        }
    }
}
