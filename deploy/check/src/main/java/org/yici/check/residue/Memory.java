package org.yici.check.residue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final List<Stretch> stretches = new ArrayList<>();
    private final Set<String> unreadable = new LinkedHashSet<>();
    private long bytes;

    private record Stretch(String name, long from, List<byte[]> pieces) {}

    static Memory read(long pid) throws IOException {
        Memory memory = new Memory();
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
            byte[] piece = new byte[(int) Math.min(PIECE, mapping.to() - at)];
            int read = read(file, at, piece);
            if (read > 0) {
                stretch.pieces.add(read == piece.length ? piece : Arrays.copyOf(piece, read));
                at += read;
                bytes += read;
            } else {
                unreadable.add(mapping.name());
                stretches.add(stretch);
                at = (at / PAGE + 1) * PAGE;
                stretch = new Stretch(mapping.name(), at, new ArrayList<>());
            }
        }
        stretches.add(stretch);
    }

    private static int read(RandomAccessFile file, long at, byte[] piece) {
        try {
            file.seek(at);
            return file.read(piece);
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
            var pieces = stretch.pieces.iterator();
            new Hay(needles, hits, stretch.name, stretch.from).search((to, at, length) -> {
                if (!pieces.hasNext()) {
                    return -1;
                }
                byte[] piece = pieces.next();
                System.arraycopy(piece, 0, to, at, piece.length);
                return piece.length;
            });
        }
        return hits;
    }

    /** Writes all of it to one file. */
    void keep(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Stretch stretch : stretches) {
                for (byte[] piece : stretch.pieces) {
                    out.write(piece);
                }
            }
        }
    }
}
