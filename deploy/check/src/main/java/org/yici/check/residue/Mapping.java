package org.yici.check.residue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A readable stretch of a process's memory, as {@code /proc/PID/maps} names it (proc(5)). */
record Mapping(long from, long to, String name) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) (\\S{4}) \\S+ \\S+ \\S+\\s*(.*)");

    /** All of a process that can be read, but the kernel's own pages. */
    static List<Mapping> of(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "maps")).stream()
                .map(Mapping::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toList());
    }

    static Optional<Mapping> parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a line of /proc/PID/maps: " + line);
        }
        String name = parts.group(4);
        boolean kernels = name.equals("[vvar]") || name.equals("[vsyscall]") || name.equals("[vvar_vclock]");
        if (kernels || !parts.group(3).startsWith("r")) {
            return Optional.empty();
        }
        return Optional.of(new Mapping(
                Long.parseUnsignedLong(parts.group(1), 16),
                Long.parseUnsignedLong(parts.group(2), 16),
                name.isEmpty() ? "[anonymous]" : name));
    }
}
