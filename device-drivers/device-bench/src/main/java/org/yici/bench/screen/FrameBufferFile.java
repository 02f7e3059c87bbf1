package org.yici.bench.screen;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The frame buffer that {@code Xvfb -fbdir} keeps in a file, mapped into memory. The file is an X window dump (xwd): a big-endian header,
 * colour entries of 12 bytes, then the pixels.
 */
final class FrameBufferFile implements PixelSource {
    private static final int HEADER_SIZE = 0;
    private static final int WIDTH = 16;
    private static final int HEIGHT = 20;
    private static final int BITS_PER_PIXEL = 44;
    private static final int BYTES_PER_LINE = 48;
    private static final int COLOURS = 76;
    private static final int SMALLEST_HEADER = 100;

    private final Path file;
    private final Optional<Object> identity;
    private final Frame frame;

    FrameBufferFile(Path file) throws IOException {
        this.file = file;
        this.identity = identity();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            this.frame = frame(mapped.order(ByteOrder.BIG_ENDIAN));
        }
    }

    private Frame frame(ByteBuffer dump) throws IOException {
        if (dump.limit() < SMALLEST_HEADER || dump.getInt(HEADER_SIZE) < SMALLEST_HEADER) {
            throw new IOException(file + " has no header yet");
        }
        if (dump.getInt(BITS_PER_PIXEL) != 32) {
            throw new IOException(file + " has " + dump.getInt(BITS_PER_PIXEL) + " bits a pixel, not 32");
        }
        int offset = dump.getInt(HEADER_SIZE) + 12 * dump.getInt(COLOURS);
        int stride = dump.getInt(BYTES_PER_LINE);
        int height = dump.getInt(HEIGHT);
        try {
            return new Frame(dump.getInt(WIDTH), height, stride, dump.slice(offset, stride * height));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(file + " is no frame buffer", e);
        }
    }

    private Optional<Object> identity() throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    @Override
    public int width() {
        return frame.width();
    }

    @Override
    public int height() {
        return frame.height();
    }

    @Override
    public void check() throws IOException {
        if (!identity().equals(identity)) {
            throw new IOException(file + " belongs to another X server now");
        }
    }

    @Override
    public Frame frame() throws IOException {
        check();
        return frame;
    }

    @Override
    public String kind() {
        return "frame-buffer";
    }

    @Override
    public int framesPerSecond() {
        return 15;
    }

    @Override
    public void close() {
        // The mapping goes with the buffer.
    }
}
