package org.yici.driver.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerialPortsTest {
    @TempDir
    Path folder;

    @Test
    void findsTheLinkThatDoesNotChangeItsNumber() throws Exception {
        Path port = Files.createFile(folder.resolve("ttyUSB3"));
        Path other = Files.createFile(folder.resolve("ttyUSB4"));
        Path byId = Files.createDirectory(folder.resolve("by-id"));
        Files.createSymbolicLink(byId.resolve("a-gone"), folder.resolve("ttyUSB9"));
        Files.createSymbolicLink(byId.resolve("b-other"), other);
        Path link = Files.createSymbolicLink(byId.resolve("c-reader"), Path.of("../ttyUSB3"));
        assertThat(SerialPorts.linkTo(port, byId)).contains(link);
        assertThat(SerialPorts.linkTo(folder.resolve("ttyUSB9"), byId)).isEmpty();
        assertThat(SerialPorts.linkTo(port, folder.resolve("none"))).isEmpty();
    }

    @Test
    void tellsOfEveryPortByItsPath() {
        assertThat(SerialPorts.all()).allSatisfy(port -> {
            assertThat(port.path()).startsWith("/dev/");
            assertThat(port.facts()).containsKey("path");
        });
    }
}
