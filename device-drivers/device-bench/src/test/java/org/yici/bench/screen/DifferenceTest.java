package org.yici.bench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private final Frame before = blank(300, 200);

    @Test
    void findsNothingInAnUnchangedScreen() {
        assertThat(Difference.between(before, before.still())).isEmpty();
        assertThat(Difference.isAny(before, before.still())).isFalse();
    }

    @Test
    void findsTheWholeScreenWhenItsSizeChanged() {
        assertThat(Difference.between(before, blank(200, 300))).containsExactly(new Area(0, 0, 200, 300));
    }

    @Test
    void drawsATightRectangleAroundAChange() {
        Frame now = before.still();
        set(now, 17, 70, 0xFF0000);
        set(now, 40, 75, 0x00FF00);
        assertThat(Difference.isAny(before, now)).isTrue();
        assertThat(Difference.between(before, now)).containsExactly(new Area(17, 70, 24, 6));
    }

    @Test
    void findsChangesInEveryCorner() {
        Frame now = before.still();
        set(now, 0, 0, 1);
        set(now, 299, 199, 1);
        assertThat(Difference.between(before, now)).containsExactly(new Area(0, 0, 1, 1), new Area(299, 199, 1, 1));
    }

    @Test
    void makesTheOldPictureTheNewOneWhereverThePixelsFall() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            Frame now = before.still();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                set(now, random.nextInt(300), random.nextInt(200), random.nextInt(0x1000000));
            }
            assertThat(patched(before, now))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(pixels(now));
        }
    }

    private static int[] patched(Frame before, Frame now) throws IOException {
        BufferedImage canvas =
                ImageIO.read(new ByteArrayInputStream(Png.of(before, new Area(0, 0, before.width(), before.height()))));
        List<Area> areas = Difference.between(before, now);
        for (Area area : areas) {
            canvas.getGraphics()
                    .drawImage(ImageIO.read(new ByteArrayInputStream(Png.of(now, area))), area.x(), area.y(), null);
        }
        return canvas.getRGB(0, 0, canvas.getWidth(), canvas.getHeight(), null, 0, canvas.getWidth());
    }

    private static int[] pixels(Frame frame) {
        int[] pixels = new int[frame.width() * frame.height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF000000 | frame.pixels().getInt(4 * i);
        }
        return pixels;
    }

    private static void set(Frame frame, int x, int y, int rgb) {
        frame.pixels().putInt(y * frame.stride() + 4 * x, rgb);
    }

    private static Frame blank(int width, int height) {
        return new Frame(width, height, width * 4, ByteBuffer.allocate(width * height * 4));
    }
}
