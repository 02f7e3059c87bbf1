package org.yici.bench.ipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages of {@code device-drivers/golden/ipp.txt}, made apart from any driver and any simulator; all in hexadecimal digits. */
final class Golden {
    /** Where the requests say that the printer is. */
    static final String URI = "ipp://127.0.0.1:49631/ipp/print";

    /** A request, and the answers that a printer may give under their titles. */
    record Conversation(StringBuilder request, Map<String, StringBuilder> answers) {}

    static final Map<String, Conversation> CONVERSATIONS = load();

    private Golden() {}

    static String request(String title) {
        return conversation(title).request().toString();
    }

    static String answer(String request, String title) {
        StringBuilder answer = conversation(request).answers().get(title);
        if (answer == null) {
            throw new AssertionError("the golden file has no \"" + title + "\" under \"" + request + "\"");
        }
        return answer.toString();
    }

    static byte[] bytes(String message) {
        return HexFormat.of().parseHex(message);
    }

    private static Conversation conversation(String request) {
        Conversation conversation = CONVERSATIONS.get(request);
        if (conversation == null) {
            throw new AssertionError("the golden file has no \"" + request + "\"");
        }
        return conversation;
    }

    private static Map<String, Conversation> load() {
        Map<String, Conversation> all = new LinkedHashMap<>();
        Conversation current = new Conversation(new StringBuilder(), new LinkedHashMap<>());
        StringBuilder answer = new StringBuilder();
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                current = new Conversation(new StringBuilder(), new LinkedHashMap<>());
                all.put(line.substring(3), current);
            } else if (line.startsWith("# ")) {
                answer = new StringBuilder();
                current.answers().put(line.substring(2), answer);
            } else if (line.startsWith("> ")) {
                current.request().append(hex(line));
            } else if (line.startsWith("< ")) {
                answer.append(hex(line));
            }
        }
        return all;
    }

    private static String hex(String line) {
        return line.substring(2, line.indexOf(';')).replace(" ", "");
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(
                    Path.of(System.getProperty("yici.root", "../..")).resolve("device-drivers/golden/ipp.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
