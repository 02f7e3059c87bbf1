package org.yici.check.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Linux tells of processes (proc(5)). Needs the right to read other users' memory maps. */
final class Proc {
    private static final double TICKS_A_SECOND = 100;

    private Proc() {}

    /** The java process that the keeper started as {@code keptPid}, itself or behind other programs. */
    static Optional<Long> javaOf(long keptPid) {
        return below(keptPid).stream().filter(Proc::isJava).findFirst();
    }

    private static List<Long> below(long pid) {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::parseLong)
                    .filter(one -> one == pid || descends(one, pid))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean descends(long pid, long from) {
        long at = pid;
        while (at > 1) {
            Optional<String[]> stat = stat(at);
            if (stat.isEmpty()) {
                return false;
            }
            at = Long.parseLong(stat.get()[1]);
            if (at == from) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJava(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "comm"))
                    .strip()
                    .equals("java");
        } catch (IOException e) {
            return false;
        }
    }

    /** Fields of stat from the third (state) on. */
    private static Optional<String[]> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Seconds of processor that it has used; empty if it is gone. */
    static Optional<Double> cpu(long pid) {
        return stat(pid).map(field -> (Long.parseLong(field[11]) + Long.parseLong(field[12])) / TICKS_A_SECOND);
    }

    /** Seconds since it was started. */
    static Optional<Double> age(long pid) {
        try {
            double uptime =
                    Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ", -1)[0]);
            return stat(pid).map(field -> uptime - Long.parseLong(field[19]) / TICKS_A_SECOND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its proportional share of memory, in MiB. */
    static double pss(long pid) throws IOException {
        return Arrays.stream(Files.readString(Path.of("/proc", Long.toString(pid), "smaps_rollup"))
                                .split("\n", -1))
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024.0;
    }
}
