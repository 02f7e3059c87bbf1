package org.yici.driver.sdt;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The bytes of {@code device-drivers/golden/sdt.txt}, which neither this driver nor any simulator has made. */
final class Golden {
    /** A request and its answer under the heading or remark that stands before them. */
    record Exchange(String title, byte[] request, byte[] answer) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static final Path FILE =
            Path.of(requireNonNull(System.getProperty("yici.root")), "device-drivers/golden/sdt.txt");
    static final List<Exchange> ALL = load();

    private Golden() {}

    /** The exchange whose title begins so. */
    static Exchange get(String title) {
        return ALL.stream()
                .filter(exchange -> exchange.title().startsWith(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no golden exchange " + title));
    }

    static byte[] answer(String title) {
        return get(title).answer();
    }

    /** The 256 bytes of text in the answer of a read. */
    static byte[] text(String title) {
        return Arrays.copyOfRange(answer(title), 14, 14 + CardFields.LENGTH);
    }

    private static List<Exchange> load() {
        List<Exchange> all = new ArrayList<>();
        String heading = "";
        String remark = "";
        byte[] request = {};
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                heading = line.substring(3);
                remark = "";
            } else if (line.startsWith("# ") && remark.isEmpty()) {
                remark = line.substring(2);
            } else if (line.startsWith("> ")) {
                request = HexFormat.of().parseHex(line.substring(2));
            } else if (line.startsWith("< ")) {
                boolean plain = heading.equals("plain answers");
                all.add(new Exchange(
                        plain ? remark : heading, request, HexFormat.of().parseHex(line.substring(2))));
                remark = "";
            }
        }
        return List.copyOf(all);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
