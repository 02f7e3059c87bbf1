package org.yici.check.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps every processor of the machine busy with something else, one process each, at the usual priority. */
final class Load implements AutoCloseable {
    private final List<Process> busy = new ArrayList<>();

    Load() throws IOException {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            busy.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
        }
    }

    @Override
    public void close() {
        busy.forEach(Process::destroyForcibly);
    }
}
