package org.yici.driver.chip;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The cards of {@code device-drivers/golden/chip.txt}, which neither this driver nor any simulator has made. */
public final class Golden {
    /** A command and its answer. */
    public record Exchange(byte[] command, byte[] answer) {}

    /** A card under its heading. */
    public record GoldenCard(String title, byte[] atr, List<Exchange> exchanges) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static final Path FILE =
            Path.of(requireNonNull(System.getProperty("yici.root")), "device-drivers/golden/chip.txt");
    public static final List<GoldenCard> ALL = load();

    private Golden() {}

    public static GoldenCard card(String title) {
        return ALL.stream()
                .filter(card -> card.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no golden card " + title));
    }

    private static List<GoldenCard> load() {
        List<GoldenCard> all = new ArrayList<>();
        List<Exchange> exchanges = new ArrayList<>();
        String title = "";
        byte[] command = {};
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                title = line.substring(3);
                exchanges = new ArrayList<>();
            } else if (line.startsWith("! ")) {
                all.add(new GoldenCard(title, hex(line), exchanges));
            } else if (line.startsWith("> ")) {
                command = hex(line);
            } else if (line.startsWith("< ")) {
                exchanges.add(new Exchange(command, hex(line)));
            }
        }
        return List.copyOf(all);
    }

    private static byte[] hex(String line) {
        return HexFormat.of().parseHex(line.substring(2));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
