package org.yici.proof.library;

import com.formdev.flatlaf.ui.FlatNativeLinuxLibrary;
import com.sun.jna.Native;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.stream.Stream;
import org.yici.driver.serial.SerialPorts;

/** Has one library load its native part, then prints every file that the process has mapped to run code from. */
final class LibraryLoader {
    private LibraryLoader() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "jSerialComm" -> SerialPorts.all();
            case "JNA" -> Native.load(LibC.class).getpid();
            case "sqlite-jdbc" ->
                DriverManager.getConnection("jdbc:sqlite::memory:").close();
            case "FlatLaf" -> FlatNativeLinuxLibrary.isLoaded();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            maps.filter(line -> line.matches("\\S+ ..x. .*/.*"))
                    .map(line -> line.replaceFirst("^[^/]*", "").replace(" (deleted)", ""))
                    .distinct()
                    .forEach(System.out::println);
        }
    }

    /** What JNA is asked for. */
    public interface LibC extends com.sun.jna.Library {
        int getpid();
    }
}
