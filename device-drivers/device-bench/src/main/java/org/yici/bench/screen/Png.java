package org.yici.bench.screen;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Parts of a frame as PNG files, packed quickly rather than tightly. */
final class Png {
    private Png() {}

    static byte[] of(Frame frame, Area area) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(png)) {
            ImageWriteParam fast = writer.getDefaultWriteParam();
            fast.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            fast.setCompressionQuality(0.9f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(frame, area), null, null), fast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return png.toByteArray();
    }

    private static BufferedImage image(Frame frame, Area area) {
        BufferedImage image = new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[area.width()];
        for (int y = 0; y < area.height(); y++) {
            int from = (area.y() + y) * frame.stride() + area.x() * 4;
            frame.pixels()
                    .slice(from, area.width() * 4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer()
                    .get(row);
            image.getRaster().setDataElements(0, y, area.width(), 1, row);
        }
        return image;
    }
}
