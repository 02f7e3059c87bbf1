package org.yici.code.degraded;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture and what is in it.
 *
 * @param number which of its seed
 * @param turned whether the codes are turned by an angle beyond a few degrees
 * @param strength how much is done to it, 0 to 1
 * @param texts of every code in it, no text twice
 */
public record DegradedPicture(
        int number, Category category, boolean turned, double strength, BufferedImage picture, List<String> texts) {
    public DegradedPicture {
        texts = List.copyOf(texts);
    }

    /** Without its texts. */
    @Override
    public String toString() {
        return "picture %d %s %s %.2f %dx%d"
                .formatted(
                        number,
                        category,
                        turned ? "turned" : "upright",
                        strength,
                        picture.getWidth(),
                        picture.getHeight());
    }
}
