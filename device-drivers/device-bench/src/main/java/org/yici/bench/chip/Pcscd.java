package org.yici.bench.chip;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The process of Debian's smart-card service. Its socket has a fixed place, so that it runs in a file system of its own (bubblewrap) in which
 * that place is a folder of ours: neither root nor the machine's own service is needed. It dies with the bench, however that ends.
 */
final class Pcscd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServiceFolder folder;
    private final ServiceView view;
    private final Runnable ended;

    /** The kernel ends the service when the thread that started it ends: so it is one that lives as long as the far end. */
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "bench-chip-service");
        thread.setDaemon(true);
        return thread;
    });

    private volatile @Nullable Process process;

    /**
     * @param ended called on a thread of the JDK's when the service ended, whoever ended it
     */
    Pcscd(ServiceFolder folder, ServiceView view, Runnable ended) {
        this.folder = folder;
        this.view = view;
        this.ended = ended;
    }

    boolean runs() {
        Process now = process;
        return now != null && now.isAlive();
    }

    /** Whether it was started, not killed, and is dead all the same. */
    boolean isDead() {
        Process now = process;
        return now != null && !now.isAlive();
    }

    /** Starts it as it is configured, and returns once it answers. */
    void start() throws IOException {
        folder.tidy();
        Process fresh = launch();
        process = fresh;
        fresh.onExit().thenRun(ended);
        long began = System.nanoTime();
        while (!view.answers()) {
            if (!fresh.isAlive()) {
                throw new IOException("the smart-card service ended at once: " + folder.lastWord());
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                kill();
                throw new IOException("the smart-card service does not answer: " + folder.lastWord());
            }
            Pause.moment();
        }
        folder.share();
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        DebianPackage.BUBBLEWRAP.found().toString(),
                        "--dev-bind",
                        "/",
                        "/",
                        "--tmpfs",
                        "/run",
                        "--bind",
                        folder.path().toString(),
                        ServiceFolder.SEEN_AS,
                        "--die-with-parent",
                        DebianPackage.PCSCD.found().toString(),
                        "--foreground",
                        "-c",
                        ServiceFolder.SEEN_AS + "/configuration")
                .redirectErrorStream(true)
                .redirectOutput(folder.log().toFile());
        try {
            return keeper.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new IOException("the smart-card service cannot be started", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the smart-card service was started");
        }
    }

    /** Ends it as a crash would: it cleans nothing up, so we do. */
    void kill() throws IOException {
        Process running = process;
        if (running == null) {
            return;
        }
        // The service alone: bubblewrap buries it and follows. In a container nobody else may.
        List<ProcessHandle> services = running.descendants().toList();
        services.forEach(ProcessHandle::destroyForcibly);
        if (services.isEmpty()) {
            running.destroyForcibly();
        }
        long began = System.nanoTime();
        while (running.isAlive() || view.answers()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                running.destroyForcibly();
                throw new IOException("the smart-card service cannot be killed");
            }
            Pause.moment();
        }
        process = null;
        folder.tidy();
    }

    @Override
    public void close() throws IOException {
        try {
            kill();
        } finally {
            keeper.shutdown();
        }
    }
}
