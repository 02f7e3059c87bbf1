package org.yici.paper.font;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The tables of a TrueType file (OpenType 1.9, "Font file"), read where they lie: a face of twenty megabytes costs what is asked of it. */
final class TrueTypeFile implements AutoCloseable {
    private static final int TRUE_TYPE = 0x0001_0000;

    private final FileChannel channel;
    private final Map<String, Table> tables = new HashMap<>();

    private record Table(long at, int length) {}

    TrueTypeFile(Path file) throws IOException {
        channel = FileChannel.open(file);
        try {
            readDirectory();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void readDirectory() throws IOException {
        ByteBuffer start = bytes(0, 12);
        if (start.getInt(0) != TRUE_TYPE) {
            throw new IOException("begins with 0x%08x, not as a TrueType font".formatted(start.getInt(0)));
        }
        ByteBuffer directory = bytes(12, 16 * start.getShort(4));
        while (directory.hasRemaining()) {
            byte[] tag = new byte[4];
            directory.get(tag);
            directory.getInt(); // checksum
            tables.put(
                    new String(tag, StandardCharsets.US_ASCII),
                    new Table(Integer.toUnsignedLong(directory.getInt()), directory.getInt()));
        }
    }

    /** A whole table; for the small ones. */
    ByteBuffer table(String tag) throws IOException {
        return part(tag, 0, find(tag).length);
    }

    /** {@code length} bytes from {@code from} in a table. */
    ByteBuffer part(String tag, long from, int length) throws IOException {
        Table table = find(tag);
        if (from < 0 || length < 0 || from + length > table.length) {
            throw new EOFException("table %s ends before byte %d".formatted(tag, from + length));
        }
        return bytes(table.at + from, length);
    }

    private Table find(String tag) throws IOException {
        Table table = tables.get(tag);
        if (table == null) {
            throw new IOException("has no table " + tag);
        }
        return table;
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(length);
        while (read.hasRemaining()) {
            if (channel.read(read, at + read.position()) < 0) {
                throw new EOFException("ends before byte " + (at + length));
            }
        }
        return read.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
