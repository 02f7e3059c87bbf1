package org.yici.check.measure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The pixels of a virtual screen as its server holds them ({@code Xvfb -fbdir}: an XWD file, see XWDFile.h of the X sources), looked at
 * on a grid: one look takes some 0.1 ms and nothing of the kiosk or of the server. Any thread.
 */
final class FrameBuffer {
    private static final int STEP = 7;

    private final MappedByteBuffer pixels;
    private final int offset;
    private final int stride;
    private final int width;
    private final int height;

    FrameBuffer(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            pixels = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
        ByteBuffer header = pixels.duplicate().order(ByteOrder.BIG_ENDIAN);
        width = header.getInt(16);
        height = header.getInt(20);
        stride = header.getInt(48);
        offset = header.getInt(0) + 12 * header.getInt(76);
        pixels.order(ByteOrder.LITTLE_ENDIAN);
    }

    int points() {
        return (width / STEP) * (height / STEP);
    }

    /** The same points of a picture as large as the screen. */
    int[] pointsOf(BufferedImage picture) {
        int[] seen = new int[points()];
        int at = 0;
        for (int y = 0; y < height / STEP; y++) {
            for (int x = 0; x < width / STEP; x++) {
                seen[at++] = picture.getRGB(x * STEP + STEP / 2, y * STEP + STEP / 2) & 0xFFFFFF;
            }
        }
        return seen;
    }

    /** The colours of all points now, RGB, row by row. A picture that is just being changed may be seen half. */
    int[] look() {
        int[] seen = new int[points()];
        int at = 0;
        for (int y = 0; y < height / STEP; y++) {
            int row = offset + (y * STEP + STEP / 2) * stride;
            for (int x = 0; x < width / STEP; x++) {
                seen[at++] = pixels.getInt(row + 4 * (x * STEP + STEP / 2)) & 0xFFFFFF;
            }
        }
        return seen;
    }
}
