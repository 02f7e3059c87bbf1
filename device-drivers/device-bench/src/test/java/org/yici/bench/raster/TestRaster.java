package org.yici.bench.raster;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Documents in PWG Raster, written field by field. */
public final class TestRaster {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public TestRaster() {
        bytes.writeBytes("RaS2".getBytes(StandardCharsets.US_ASCII));
    }

    /** A header of {@code sgray_8} at 300 dpi with some fields (by their offsets) as given. */
    TestRaster header(int width, int height, Map<Integer, Integer> others) {
        Map<Integer, Integer> fields = new HashMap<>(Map.of(
                276, 300, 280, 300, 372, width, 376, height, 384, 8, 388, 8, 392, width, 396, 0, 400, 18, 420, 1));
        fields.putAll(others);
        ByteBuffer header = ByteBuffer.allocate(1796);
        fields.forEach(header::putInt);
        bytes.writeBytes(header.array());
        return this;
    }

    TestRaster data(int... data) {
        for (int value : data) {
            bytes.write(value);
        }
        return this;
    }

    /** A white page with a black square of {@code side} pixels, {@code side} pixels from the left and from the top. */
    public TestRaster page(int width, int height, int dotsPerInch, int side) {
        header(width, height, Map.of(276, dotsPerInch, 280, dotsPerInch));
        for (int line = 0; line < height; line++) {
            if (line < side || line >= 2 * side) {
                data(0, 128);
            } else {
                data(0);
                run(side, 0xFF);
                run(side, 0x00);
                data(128);
            }
        }
        return this;
    }

    private void run(int pixels, int value) {
        for (int left = pixels; left > 0; left -= 128) {
            data(Math.min(left, 128) - 1, value);
        }
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
