package org.yici.devices;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a bench of their own, plugged in. */
abstract class AtTheBench {
    @TempDir
    Path folder;

    Bench bench;

    @BeforeEach
    void plugIn() throws IOException {
        bench = new Bench(folder);
    }

    @AfterEach
    void unplug() throws Exception {
        bench.close();
    }
}
