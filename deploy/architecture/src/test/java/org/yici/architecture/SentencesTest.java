package org.yici.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What citizens read on screens stands in message files. */
class SentencesTest {
    private static final Path ROOT = Path.of(System.getProperty("yici.root"));
    private static final Pattern CHINESE_LITERAL = Pattern.compile("\"[^\"\\n]*\\p{IsHan}");

    /** Data of standards and of invented people, and what breaks lines; no sentence for a citizen. */
    private static final Set<String> DATA = Set.of(
            // Words that a line break may not tear.
            "NoBreakWords.java",
            // A letter that every face must have.
            "Typeface.java",
            // Samples that views are rehearsed with.
            "CertificateViews.java",
            // The card that drivers are rehearsed with, and the nations of GB/T 3304.
            "NobodysCard.java",
            "CardFields.java",
            // What stands between the parts of a foreign name.
            "Masking.java",
            // Records for the terminal's command line and the bench, which no citizen sees.
            "CardLine.java",
            "PassportPage.java",
            "Document.java");

    @Test
    void noSentenceForACitizenStandsInJava() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String part : List.of("kiosk-app", "device-drivers")) {
            for (Path file : sources(ROOT.resolve(part))) {
                boolean speaks = Files.readAllLines(file).stream()
                        .anyMatch(line -> CHINESE_LITERAL.matcher(line).find());
                if (speaks) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(DATA);
    }

    private static List<Path> sources(Path folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/"))
                    .forEach(sources::add);
        }
        return sources;
    }
}
