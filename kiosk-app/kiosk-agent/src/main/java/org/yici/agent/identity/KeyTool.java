package org.yici.agent.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Java runtime's own {@code keytool} as a child process: keys and requests are made by it, not by code of ours. */
final class KeyTool {
    /** Making a P-256 key takes a second; a starved machine ten. */
    private static final int SECONDS = 60;

    private KeyTool() {}

    static void run(List<String> arguments) throws IdentityException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:-UsePerfData", "-J-Duser.language=en", "-J-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IdentityException("keytool " + arguments.get(0) + " did not end within " + SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IdentityException("keytool " + arguments.get(0) + " failed: " + words);
            }
        } catch (IOException e) {
            throw new IdentityException("keytool cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IdentityException("interrupted while keytool ran", e);
        }
    }
}
