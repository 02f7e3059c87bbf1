package org.yici.bench.chip;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the machine must have installed for a reader of chip cards; names are those of Debian. */
enum DebianPackage {
    BUBBLEWRAP("bwrap"),
    PCSCD("pcscd"),
    VSMARTCARD_VPCD("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");

    /** Where programs of the system's administrator lie, which may not be in the path of others. */
    private static final List<String> MORE_FOLDERS = List.of("/usr/sbin", "/sbin", "/usr/bin", "/bin");

    private final String file;

    DebianPackage(String file) {
        this.file = file;
    }

    /** Where its file is; empty: it is not installed. */
    Optional<Path> find() {
        return Stream.concat(Arrays.stream(path()), MORE_FOLDERS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(file))
                .filter(Files::isReadable)
                .findFirst();
    }

    private static String[] path() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1);
    }

    Path found() {
        return find().orElseThrow(() -> new IllegalStateException("no " + debianName()));
    }

    String debianName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of those that are not installed. */
    static List<String> missing() {
        return Arrays.stream(values())
                .filter(each -> each.find().isEmpty())
                .map(DebianPackage::debianName)
                .toList();
    }
}
