package org.yici.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a bench of their own and its page. */
abstract class AtThePage {
    @TempDir
    Path data;

    BenchConfig config;
    RunningBench bench;
    final PageClient page = new PageClient(() -> bench.page());

    /** How the bench is to be. */
    BenchConfig wanted() throws IOException {
        return BenchConfig.quick(data);
    }

    @BeforeEach
    void start() throws IOException {
        config = wanted();
        bench = RunningBench.start(config);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** The status of the page's answer. */
    int post(String path, String body) throws Exception {
        return page.post(path, body).statusCode();
    }
}
