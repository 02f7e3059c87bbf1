package org.yici.proof.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A page of {@code docs/proof}: its tables are what the tests expect. */
public record ProofPage(String name) {
    /** The table below the heading has exactly this row. */
    public void assertRow(String heading, String... cells) {
        String row = "| " + String.join(" | ", cells) + " |";
        String beginning = "| " + cells[0] + " | " + cells[1] + " |";
        List<String> written =
                rows(heading).filter(line -> line.startsWith(beginning)).toList();
        assertThat(written).as("the row of %s under \"%s\"", name, heading).containsExactly(row);
    }

    public void assertNumberOfRows(String heading, int number) {
        assertThat(rows(heading)).as("rows under \"%s\"", heading).hasSize(number);
    }

    private Stream<String> rows(String heading) {
        return lines().stream()
                .dropWhile(line -> !line.equals("## " + heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| "))
                .skip(1);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("yici.root"), "docs/proof", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
