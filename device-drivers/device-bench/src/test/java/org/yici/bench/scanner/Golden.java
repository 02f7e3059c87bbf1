package org.yici.bench.scanner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The conversations of {@code device-drivers/golden/scanner.txt}, made apart from any driver and any simulator. */
final class Golden {
    /**
     * One conversation.
     *
     * @param title the nearest comment above
     * @param sent by the host
     * @param answered by the scanner
     * @param code what follows from it; empty: none
     */
    record Conversation(
            ScannerProtocol protocol, String title, List<byte[]> sent, List<byte[]> answered, List<String> code) {
        byte[] request() {
            return sent.get(0);
        }

        byte[] answer() {
            return answered.get(0);
        }

        @Override
        public String toString() {
            return protocol.protocolName() + ": " + title;
        }
    }

    private Golden() {}

    static List<Conversation> conversations(ScannerProtocol protocol) {
        List<Conversation> found = new ArrayList<>();
        boolean inBlock = false;
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                inBlock = line.substring(3).equals(protocol.protocolName());
            } else if (inBlock && line.startsWith("# ")) {
                found.add(new Conversation(
                        protocol, line.substring(2), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            } else if (inBlock && !line.isBlank()) {
                add(line, found.get(found.size() - 1));
            }
        }
        return found;
    }

    private static void add(String line, Conversation conversation) {
        String content = line.substring(2);
        switch (line.charAt(0)) {
            case '>' -> conversation.sent().add(HexFormat.of().parseHex(content));
            case '<' -> conversation.answered().add(HexFormat.of().parseHex(content));
            case '!' -> conversation.code().add(content);
            default -> throw new AssertionError("the golden file has a line of no known kind: " + line);
        }
    }

    static Conversation conversation(ScannerProtocol protocol, String title) {
        return conversations(protocol).stream()
                .filter(conversation -> conversation.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the golden file has no \"" + title + "\" of " + protocol));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(
                    Path.of(System.getProperty("yici.root", "../..")).resolve("device-drivers/golden/scanner.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
