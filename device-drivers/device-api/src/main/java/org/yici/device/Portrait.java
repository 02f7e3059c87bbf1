package org.yici.device;

/**
 * A picture of a card's holder: rows from the top, three bytes a pixel, red, green, blue.
 *
 * @param rgb {@code width * height * 3} bytes
 */
public record Portrait(int width, int height, byte[] rgb) {
    public Portrait {
        if (width < 1 || height < 1 || rgb.length != width * height * 3) {
            throw new IllegalArgumentException(
                    "a picture of " + width + " x " + height + " has other than " + rgb.length + " bytes");
        }
        rgb = rgb.clone();
    }

    @Override
    public byte[] rgb() {
        return rgb.clone();
    }

    @Override
    public String toString() {
        return "Portrait";
    }
}
