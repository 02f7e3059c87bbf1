package org.yici.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Words that no search engine knows in our sense, or that had two meanings, are no parts of a class's name. What is left of them stands in
 * {@code vocabulary-left.txt}, which may only become shorter.
 */
class VocabularyTest {
    private static final Path ROOT = Path.of(System.getProperty("yici.root"));
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
    private static final Pattern PART = Pattern.compile("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*");
    private static final Set<String> ABOLISHED = Set.of(
            "Brush",
            "Centre",
            "Coarse",
            "Curtain",
            "Desk",
            "Doorstep",
            "Ears",
            "Follower",
            "Gate",
            "Heard",
            "Hero",
            "Journey",
            "Keeper",
            "Keeping",
            "Kept",
            "Lack",
            "Lie",
            "Ministry",
            "Oddities",
            "Odometer",
            "Outline",
            "Patience",
            "Props",
            "Refusal",
            "Refusals",
            "Scene",
            "Seat",
            "Seats",
            "Sheaf",
            "Sighting",
            "Silence",
            "Stamp",
            "Tally",
            "Told",
            "Trouble",
            "Voice",
            "Whim",
            "Wiring");

    @Test
    void abolishedWordsAreInNoNewName() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String part : List.of("device-drivers", "kiosk-app", "remote-admin")) {
            try (Stream<Path> all = Files.walk(ROOT.resolve(part))) {
                for (Path file : all.filter(path -> path.toString().endsWith(".java"))
                        .filter(path -> path.toString().contains("/src/main/"))
                        .toList()) {
                    find(file, found);
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(left());
    }

    @Test
    void theKioskHasNoneOfThem() throws IOException {
        assertThat(left()).noneMatch(line -> line.startsWith("kiosk-app/"));
    }

    private static void find(Path file, Set<String> found) throws IOException {
        String module = ROOT.relativize(file).subpath(0, 2).toString();
        Matcher types = TYPE.matcher(Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", ""));
        while (types.find()) {
            List<String> parts = Arrays.asList(PART.matcher(types.group(1))
                    .results()
                    .map(part -> part.group())
                    .toArray(String[]::new));
            if (parts.stream().anyMatch(ABOLISHED::contains)) {
                found.add(module + " " + types.group(1));
            }
        }
    }

    private static List<String> left() throws IOException {
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(
                Objects.requireNonNull(VocabularyTest.class.getResourceAsStream("vocabulary-left.txt")),
                java.nio.charset.StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
