package org.yici.driver.serial;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Loads jSerialComm and its native part.
 *
 * <p>Left alone, 2.11.4 loads {@code jSerialComm/2.11.4/libjSerialComm.so} from the shared temporary folder if a file lies there, whoever
 * laid it. Here it unpacks into a folder that was just made for this process alone (0700) and is gone afterwards.
 */
final class SerialLibrary {
    /** Where jSerialComm unpacks to: the first of them, else the second. */
    private static final List<String> UNPACKS_TO = List.of("java.io.tmpdir", "user.home");

    /** Below a file there can be nothing. */
    private static final Path NOWHERE = Path.of(File.separator, "dev", "null", "nowhere");

    private SerialLibrary() {}

    /**
     * Has jSerialComm loaded when it returns. Any thread; the first one waits for the disk.
     *
     * @throws LinkageError if there is no native part for this machine, or nowhere to unpack it to and no
     *     {@code -DjSerialComm.library.path}
     */
    static void load() {
        Loaded.touch();
    }

    private static final class Loaded {
        static {
            loadFromPrivateFolder();
        }

        static void touch() {}
    }

    private static void loadFromPrivateFolder() {
        Optional<Path> folder = privateFolder();
        Map<String, String> before = new TreeMap<>();
        UNPACKS_TO.forEach(name -> before.put(name, System.getProperty(name, "")));
        UNPACKS_TO.forEach(
                name -> System.setProperty(name, folder.orElse(NOWHERE).toString()));
        try {
            Class.forName("com.fazecast.jSerialComm.SerialPort");
        } catch (ClassNotFoundException e) {
            throw new NoClassDefFoundError(e.getMessage());
        } finally {
            before.forEach(System::setProperty);
            folder.ifPresent(SerialLibrary::delete);
        }
    }

    private static Optional<Path> privateFolder() {
        try {
            return Optional.of(Files.createTempDirectory("yici-serial-"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What is mapped stays mapped. */
    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            // It is this user's own and holds a copy of a library.
        }
    }
}
