package org.yici.bench.sdt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The conversations of {@code device-drivers/golden/sdt.txt}, made apart from any driver and any simulator. */
final class Golden {
    /** One request and its answer. {@code title} is the nearest comment above, or the block's heading. */
    record Exchange(String title, byte[] request, byte[] answer) {
        @Override
        public String toString() {
            return title;
        }
    }

    private Golden() {}

    static List<Exchange> exchanges() {
        List<Exchange> found = new ArrayList<>();
        String title = "";
        byte[] request = {};
        boolean inBlock = false;
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                title = line.substring(3);
                inBlock = !title.equals("plain answers");
            } else if (line.startsWith("# ") && !inBlock) {
                title = line.substring(2);
            } else if (line.startsWith("> ")) {
                request = HexFormat.of().parseHex(line.substring(2));
            } else if (line.startsWith("< ")) {
                found.add(new Exchange(title, request, HexFormat.of().parseHex(line.substring(2))));
            }
        }
        return found;
    }

    static Exchange exchange(String title) {
        return exchanges().stream()
                .filter(exchange -> exchange.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the golden file has no \"" + title + "\""));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(
                    Path.of(System.getProperty("yici.root", "../..")).resolve("device-drivers/golden/sdt.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
