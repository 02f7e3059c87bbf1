package org.yici.code;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads PNG, JPEG, GIF and BMP files that nobody vouches for. */
public final class PictureFile {
    /** Files of more bytes are refused. */
    public static final int MOST_BYTES = 64_000_000;

    private static final Set<String> KINDS = Set.of("png", "jpeg", "gif", "bmp");

    private PictureFile() {}

    /**
     * The first picture of a file. Of more than four times {@link PictureDecoder#WORKING_PIXELS}, only every second, third… pixel is kept.
     *
     * @throws PictureRefusedException if it is no picture, is damaged, or has more than {@link PictureDecoder#MOST_PIXELS}
     */
    public static BufferedImage read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new PictureRefusedException(
                    "a file of %d bytes is more than %d million bytes".formatted(file.length, MOST_BYTES / 1_000_000));
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                if (KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    return read(reader, in);
                }
            }
            throw new PictureRefusedException("%d bytes that are no PNG, JPEG, GIF or BMP".formatted(file.length));
        } catch (PictureRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Java's readers meet damage with all kinds of exceptions.
            throw new PictureRefusedException("a damaged picture of %d bytes".formatted(file.length), e);
        }
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long pixels = (long) width * height;
            if (pixels > PictureDecoder.MOST_PIXELS) {
                throw new PictureRefusedException("a picture of %d x %d pixels is more than %d million pixels"
                        .formatted(width, height, PictureDecoder.MOST_PIXELS / 1_000_000));
            }
            int step = (int) Math.ceil(Math.sqrt(pixels / (4.0 * PictureDecoder.WORKING_PIXELS)));
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceRegion(new Rectangle(width, height));
            parameters.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }
}
