package org.yici.endurance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a sweep did and saw: lines with the second they were written, counts, figures. Any thread. */
final class Journal {
    private final PrintStream screen;
    private final Path file;
    private final long startNanos = System.nanoTime();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    Journal(PrintStream screen, Path file) throws IOException {
        this.screen = screen;
        this.file = file;
        Files.deleteIfExists(file);
    }

    /** For people who wait. */
    synchronized void say(String line) {
        screen.printf("[%4d s] %s%n", seconds(), line);
        note(line);
    }

    /** For people who look for something afterwards. */
    synchronized void note(String line) {
        try {
            String whole = String.format("%9.3f %s%n", (System.nanoTime() - startNanos) / 1e9, line);
            Files.writeString(
                    file, whole, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    long seconds() {
        return (System.nanoTime() - startNanos) / 1_000_000_000;
    }

    synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** Keeps the largest of the values given under this name. */
    synchronized void longest(String name, long value) {
        figures.merge(name, value, (one, other) -> Math.max((Long) one, (Long) other));
    }

    /** Adds up the values given under this name. */
    synchronized void add(String name, long value) {
        figures.merge(name, value, (one, other) -> (Long) one + (Long) other);
    }

    synchronized void figure(String name, Object value) {
        figures.put(name, value);
    }

    synchronized Map<String, Object> figures() {
        return new LinkedHashMap<>(figures);
    }

    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
