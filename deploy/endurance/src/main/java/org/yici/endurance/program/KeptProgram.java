package org.yici.endurance.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A program that is started again when it ends, as its keeper would, and that can be killed. Any thread. */
public final class KeptProgram implements AutoCloseable {
    private static final Executor AFTER_A_SECOND = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final String name;
    private final List<String> command;
    private final Path log;
    private final List<Integer> exits = new ArrayList<>();
    private final AtomicInteger kills = new AtomicInteger();
    private @Nullable Process process;
    private boolean wanted;

    KeptProgram(String name, List<String> command, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.log = log;
    }

    public String name() {
        return name;
    }

    public synchronized void start() throws IOException {
        wanted = true;
        if (process != null) {
            return;
        }
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = started;
        started.onExit().thenAccept(this::ended);
    }

    private synchronized void ended(Process gone) {
        if (gone == process) {
            process = null;
            if (wanted) {
                exits.add(gone.exitValue());
                AFTER_A_SECOND.execute(this::startAgain);
            }
        }
    }

    private synchronized void startAgain() {
        if (wanted) {
            try {
                start();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** Ends it as a power cut would (SIGKILL) and leaves it down; it is gone when this returns. */
    public void kill() throws InterruptedException {
        Process running = let();
        if (running != null) {
            kills.incrementAndGet();
            running.destroyForcibly();
            running.waitFor();
        }
    }

    /** Asks it to end (SIGTERM) and leaves it down; false if it did not within 15 s and was killed. */
    public boolean stop() throws InterruptedException {
        Process running = let();
        if (running == null) {
            return true;
        }
        running.destroy();
        if (running.waitFor(15, TimeUnit.SECONDS)) {
            return true;
        }
        running.destroyForcibly().waitFor();
        return false;
    }

    private synchronized @Nullable Process let() {
        wanted = false;
        Process running = process;
        process = null;
        return running;
    }

    /** Tells it to read its files anew (SIGHUP). */
    public synchronized void reload() throws IOException {
        Process running = process;
        if (running != null && running.isAlive()) {
            new ProcessBuilder(Tool.find("kill"), "-HUP", String.valueOf(running.pid())).start();
        }
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** How often it was killed. */
    public int kills() {
        return kills.get();
    }

    /** The exit codes of ends that nobody asked for. */
    public synchronized List<Integer> exits() {
        return List.copyOf(exits);
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
