package org.yici.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yici.admin.keys.KeyFolder;

/** The keys and anchors of a throw-away centre, made once for all tests by the script that the demo uses. */
public final class TestKeys {
    private static final Path ROOT = make();

    private TestKeys() {}

    public static Path folder() {
        return ROOT.resolve("etc/yici/keys");
    }

    /** What lies on a terminal. */
    public static Path trust() {
        return ROOT.resolve("public/trust");
    }

    public static KeyFolder open() throws IOException {
        return KeyFolder.open(folder());
    }

    private static Path make() {
        try {
            Path folder = Path.of("target/centre").toAbsolutePath();
            Files.createDirectories(folder);
            Path log = Path.of("target/throwaway-ca.log").toAbsolutePath();
            String script = Path.of(System.getProperty("yici.root"), "deploy/throwaway-ca")
                    .toString();
            Process process = new ProcessBuilder(List.of(script, folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(script + " failed: " + Files.readString(log));
            }
            return folder;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
