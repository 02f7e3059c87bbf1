package org.yici.bench.screen;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A picture of the screen: rows of 4 bytes a pixel, blue, green, red, unused. The pixels may go on changing while they are
 * looked at; a torn picture is mended by the next.
 *
 * @param stride bytes from one row to the next
 */
record Frame(int width, int height, int stride, ByteBuffer pixels) {
    Frame {
        pixels = pixels.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (width <= 0 || height <= 0 || stride < width * 4 || pixels.remaining() < stride * height) {
            throw new IllegalArgumentException("no frame: " + width + " x " + height + ", stride " + stride);
        }
    }

    boolean hasSizeOf(Frame other) {
        return width == other.width && height == other.height && stride == other.stride;
    }

    /** A copy that stands still. */
    Frame still() {
        ByteBuffer copy = ByteBuffer.allocate(stride * height);
        copy.put(0, pixels, 0, stride * height);
        return new Frame(width, height, stride, copy);
    }
}
