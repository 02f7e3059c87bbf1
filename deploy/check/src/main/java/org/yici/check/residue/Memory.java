package org.yici.check.residue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The memory of one process, read at one go so that the process needs to stand still for no longer than the reading takes. Needs
 * CAP_SYS_PTRACE.
 */
final class Memory {
    private static final int PIECE = 1 << 20;
    private static final int PAGE = 4096;

    private final Pieces pieces;
    private final List<Stretch> stretches = new ArrayList<>();
    private final Set<String> unreadable = new LinkedHashSet<>();
    private long bytes;

    private record Stretch(String name, long from, List<Piece> pieces) {}

    private record Piece(byte[] bytes, int length) {}

    /** Arrays that are used again from one process to the next: making new ones takes longer than reading into them. */
    static final class Pieces {
        private final Deque<byte[]> free = new ArrayDeque<>();

        private byte[] take() {
            byte[] piece = free.poll();
            return piece == null ? new byte[PIECE] : piece;
        }
    }

    private Memory(Pieces pieces) {
        this.pieces = pieces;
    }

    static Memory read(long pid, Pieces pieces) throws IOException {
        Memory memory = new Memory(pieces);
        try (RandomAccessFile file = new RandomAccessFile("/proc/" + pid + "/mem", "r")) {
            for (Mapping mapping : Mapping.of(pid)) {
                memory.take(file, mapping);
            }
        }
        return memory;
    }

    private void take(RandomAccessFile file, Mapping mapping) {
        Stretch stretch = new Stretch(mapping.name(), mapping.from(), new ArrayList<>());
        long at = mapping.from();
        while (at < mapping.to()) {
            byte[] piece = pieces.take();
            int read = read(file, at, piece, (int) Math.min(PIECE, mapping.to() - at));
            if (read > 0) {
                stretch.pieces.add(new Piece(piece, read));
                at += read;
                bytes += read;
            } else {
                pieces.free.add(piece);
                unreadable.add(mapping.name());
                stretches.add(stretch);
                at = (at / PAGE + 1) * PAGE;
                stretch = new Stretch(mapping.name(), at, new ArrayList<>());
            }
        }
        stretches.add(stretch);
    }

    private static int read(RandomAccessFile file, long at, byte[] piece, int length) {
        try {
            file.seek(at);
            return file.read(piece, 0, length);
        } catch (IOException e) {
            return -1;
        }
    }

    long bytes() {
        return bytes;
    }

    /** Names of mappings of which a page could not be read. */
    Set<String> unreadable() {
        return Set.copyOf(unreadable);
    }

    Hits search(Needles needles) throws IOException {
        Hits hits = new Hits();
        for (Stretch stretch : stretches) {
            var next = stretch.pieces.iterator();
            new Hay(needles, hits, stretch.name, stretch.from).search((to, at, length) -> {
                if (!next.hasNext()) {
                    return -1;
                }
                Piece piece = next.next();
                System.arraycopy(piece.bytes, 0, to, at, piece.length);
                return piece.length;
            });
        }
        return hits;
    }

    /** Writes all of it to one file. */
    void keep(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Stretch stretch : stretches) {
                for (Piece piece : stretch.pieces) {
                    out.write(piece.bytes, 0, piece.length);
                }
            }
        }
    }

    /** Gives its pieces back; it holds nothing any more. */
    void drop() {
        stretches.forEach(stretch -> stretch.pieces.forEach(piece -> pieces.free.add(piece.bytes)));
        stretches.clear();
    }
}
