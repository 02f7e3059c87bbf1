package org.yici.agent.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The Java runtime's own {@code keytool} as a child process: keys and requests are made by it, not by code of ours. */
final class KeyTool {
    /** Making a P-256 key takes a second; a starved machine ten. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int MOST_WORDS = 64 << 10;

    private KeyTool() {}

    static void run(List<String> arguments) throws IdentityException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:-UsePerfData", "-J-Duser.language=en", "-J-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        run(command, "keytool " + arguments.get(0), LIMIT);
    }

    /** Runs {@code command}, which is killed after {@code limit}. */
    static void run(List<String> command, String what, Duration limit) throws IdentityException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            AtomicBoolean tooLate = new AtomicBoolean();
            // Its output ends with it, so that reading has the same limit.
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> {
                        tooLate.set(process.isAlive());
                        process.destroyForcibly();
                    });
            process.getOutputStream().close();
            String words = new String(process.getInputStream().readNBytes(MOST_WORDS), StandardCharsets.UTF_8).strip();
            int code = process.waitFor();
            if (tooLate.get()) {
                throw new IdentityException(what + " did not end within " + limit.toSeconds() + " s");
            }
            if (code != 0) {
                throw new IdentityException(what + " failed: " + words);
            }
        } catch (IOException e) {
            throw new IdentityException(what + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IdentityException("interrupted while " + what + " ran", e);
        }
    }
}
