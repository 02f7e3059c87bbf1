package org.yici.driver.ipp;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The messages of {@code device-drivers/golden/ipp.txt}, which neither this driver nor any printer of its tests has made. */
final class Golden {
    /**
     * Where a message stands in the file.
     *
     * @param answer its title; empty: the request itself
     */
    record Title(String request, String answer) {
        @Override
        public String toString() {
            return request + ": " + answer;
        }
    }

    private static final Path FILE =
            Path.of(requireNonNull(System.getProperty("yici.root")), "device-drivers/golden/ipp.txt");
    private static final Map<Title, byte[]> ALL = load();

    private Golden() {}

    static byte[] request(String request) {
        return get(new Title(request, ""));
    }

    static byte[] answer(String request, String answer) {
        return get(new Title(request, answer));
    }

    static byte[] get(Title title) {
        byte[] bytes = ALL.get(title);
        if (bytes == null) {
            throw new AssertionError("no golden message " + title);
        }
        return bytes.clone();
    }

    static List<String> requests() {
        return titles().filter(title -> title.answer().isEmpty())
                .map(Title::request)
                .toList();
    }

    static Stream<Title> answers() {
        return titles().filter(title -> !title.answer().isEmpty());
    }

    static Stream<String> answersTo(String request) {
        return answers().filter(title -> title.request().equals(request)).map(Title::answer);
    }

    private static Stream<Title> titles() {
        return ALL.keySet().stream();
    }

    private static Map<Title, byte[]> load() {
        Map<Title, byte[]> all = new LinkedHashMap<>();
        Title title = new Title("", "");
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                title = new Title(line.substring(3), "");
            } else if (line.startsWith("# ")) {
                title = new Title(title.request(), line.substring(2));
            } else if (line.startsWith("> ") || line.startsWith("< ")) {
                all.merge(title, hex(line), Golden::joined);
            }
        }
        return all;
    }

    private static byte[] hex(String line) {
        return HexFormat.of().parseHex(line.substring(2, line.indexOf(';')).replace(" ", ""));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
