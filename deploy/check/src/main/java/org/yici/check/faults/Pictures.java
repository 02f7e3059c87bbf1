package org.yici.check.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pictures of the screen of one cell, each with what a screen reader would have read. */
final class Pictures {
    private final Path folder;
    private final String prefix;
    private final List<String> names = new ArrayList<>();

    Pictures(Path folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    void take(byte[] png, String read) throws IOException {
        String name = prefix + "-" + (names.size() + 1);
        Files.write(folder.resolve(name + ".png"), png);
        Files.writeString(folder.resolve(name + ".txt"), read + "\n");
        names.add(name + ".png");
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
