package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command told, as scripts see it; each object is held against the page that describes it. */
record Ran(int exit, List<JsonNode> objects, String words) {
    private static final Path DOCUMENT = Path.of(System.getProperty("yici.root", "../.."), "docs/device-commands.md");

    static Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Devices.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        List<JsonNode> objects = new ArrayList<>();
        out.toString(StandardCharsets.UTF_8).lines().forEach(line -> {
            JsonNode object = JsonMapper.shared().readTree(line);
            assertThat(fields(object))
                    .as(line)
                    .isSubsetOf(documented(object.path("what").asString()));
            objects.add(object);
        });
        return new Ran(exit, objects, err.toString(StandardCharsets.UTF_8));
    }

    private static TreeSet<String> fields(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    /** The fields that the page names for this kind of object. */
    static List<String> documented(String what) {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            String row = lines.filter(line -> line.startsWith("| `" + what + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the page does not name " + what));
            List<String> names = new ArrayList<>(List.of("what"));
            Pattern.compile("`([a-zA-Z]+)`")
                    .matcher(row.substring(row.indexOf('|', 2)))
                    .results()
                    .forEach(match -> names.add(match.group(1)));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode last() {
        return objects.get(objects.size() - 1);
    }

    List<String> kinds() {
        return objects.stream().map(object -> object.path("what").asString()).toList();
    }
}
