package org.yici.check.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** The still picture behind all windows. It has the ground of the product's screens, so it is known by its letters. */
final class Waiting {
    private final int[] picture;
    private final int[] letters;

    private Waiting(int[] picture) {
        this.picture = picture;
        this.letters = IntStream.range(0, picture.length)
                .filter(i -> picture[i] != picture[0])
                .toArray();
    }

    static Waiting read(Path file, FrameBuffer screen) throws IOException {
        return new Waiting(screen.pointsOf(ImageIO.read(file.toFile())));
    }

    /** Whether its letters can be seen, which means that no window is there. */
    boolean isSeen(int[] seen) {
        long shown = IntStream.of(letters).filter(i -> seen[i] == picture[i]).count();
        return shown * 2 > letters.length;
    }
}
