package org.yici.bench.chip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conversations of {@code device-drivers/golden/chip.txt}, made apart from any driver and any simulator; all in hexadecimal digits. */
final class Golden {
    /** A command and its answer. */
    record Exchange(String command, String answer) {}

    /** A card under its heading. */
    record Card(String atr, List<Exchange> exchanges) {}

    static final Map<String, Card> CARDS = load();

    private Golden() {}

    static Card card(String title) {
        Card card = CARDS.get(title);
        if (card == null) {
            throw new AssertionError("the golden file has no \"" + title + "\"");
        }
        return card;
    }

    private static Map<String, Card> load() {
        Map<String, Card> all = new LinkedHashMap<>();
        String title = "";
        String command = "";
        List<Exchange> exchanges = new ArrayList<>();
        for (String line : lines()) {
            String content = line.length() < 2 ? "" : line.substring(2);
            if (line.startsWith("## ")) {
                title = line.substring(3);
            } else if (line.startsWith("! ")) {
                exchanges = new ArrayList<>();
                all.put(title, new Card(content, exchanges));
            } else if (line.startsWith("> ")) {
                command = content;
            } else if (line.startsWith("< ")) {
                exchanges.add(new Exchange(command, content));
            }
        }
        return all;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(
                    Path.of(System.getProperty("yici.root", "../..")).resolve("device-drivers/golden/chip.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
