package org.yici.proof.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every library that unpacks a native part below the shared temporary folder, in a program that was told no better place. What one run
 * loaded is what somebody would plant for the next one.
 */
class PlantedLibrariesTest {
    @TempDir
    Path shared;

    @ParameterizedTest
    @ValueSource(strings = {"jSerialComm", "JNA", "sqlite-jdbc", "FlatLaf"})
    void whatWasPlantedIsNotLoaded(String library) throws Exception {
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        List<Path> unpacked = loadedBy(library);
        assertThat(unpacked).as("what a first run unpacked and loaded").isNotEmpty();
        for (Path one : unpacked) {
            plant(one);
        }
        assertThat(loadedBy(library)).isNotEmpty().doesNotContainAnyElementsOf(unpacked);
    }

    private static void plant(Path library) throws IOException {
        Files.createDirectories(library.getParent());
        Files.deleteIfExists(library);
        Files.copy(aLibrary(), library);
    }

    /** Any that can be loaded; it need not do what its name says. */
    private static Path aLibrary() {
        return Path.of(System.getProperty("java.home"), "lib/libzip.so");
    }

    /** The files below the shared folder that the library's program ran code from. */
    private List<Path> loadedBy(String library) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + shared,
                "-Duser.home=/dev/null/nowhere",
                "-cp",
                System.getProperty("java.class.path"),
                LibraryLoader.class.getName(),
                library);
        builder.environment().remove("XDG_CACHE_HOME");
        Process program = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var out = program.inputReader(StandardCharsets.UTF_8)) {
            return out.lines()
                    .map(Path::of)
                    .filter(path -> path.startsWith(shared))
                    .toList();
        } finally {
            program.destroy();
        }
    }
}
