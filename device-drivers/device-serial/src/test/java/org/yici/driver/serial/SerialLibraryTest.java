package org.yici.driver.serial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fazecast.jSerialComm.SerialPort;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever can write to the shared temporary folder decides nothing about what a program loads. */
class SerialLibraryTest {
    private static final String NAME = "libjSerialComm.so";

    @TempDir
    Path shared;

    /** Lists the ports, then tells which native libraries of jSerialComm the process has mapped. */
    public static final class Lister {
        private Lister() {}

        public static void main(String[] args) throws Exception {
            SerialPorts.all();
            try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
                maps.filter(line -> line.contains(NAME))
                        .map(line -> line.replaceFirst("^[^/]*", ""))
                        .distinct()
                        .forEach(System.out::println);
            }
        }
    }

    @Test
    void loadsNoLibraryThatSomebodyLaidIntoTheSharedTemporaryFolder() throws Exception {
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path planted = plant(shared.resolve("jSerialComm/" + SerialPort.getVersion()));
        Path alsoPlanted = plant(shared.resolve("home/.jSerialComm/" + SerialPort.getVersion()));

        List<String> loaded = loadedWith(shared);

        assertThat(loaded).hasSize(1);
        assertThat(loaded).doesNotContain(planted.toString(), alsoPlanted.toString());
    }

    @Test
    void leavesNothingBehind() throws Exception {
        loadedWith(shared);
        try (Stream<Path> left = Files.list(shared)) {
            assertThat(left).isEmpty();
        }
    }

    private static List<String> loadedWith(Path temporary) throws Exception {
        Process lister = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Duser.home=" + temporary.resolve("home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lister.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = lister.inputReader(StandardCharsets.UTF_8)) {
            return out.lines().toList();
        } finally {
            lister.destroy();
        }
    }

    private static Path plant(Path folder) throws Exception {
        Files.createDirectories(folder);
        String resource =
                "/Linux/" + (System.getProperty("os.arch").equals("aarch64") ? "armv8_64" : "x86_64") + "/" + NAME;
        try (InputStream in = requireNonNull(SerialPort.class.getResourceAsStream(resource))) {
            Files.copy(in, folder.resolve(NAME));
        }
        return folder.resolve(NAME);
    }
}
