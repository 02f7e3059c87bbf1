package org.yici.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be read on a picture. Spaces do not count. */
public record Text(List<Word> words) {
    public Text {
        words = List.copyOf(words);
    }

    /** A spot on a picture, in pixels. */
    public record Spot(int x, int y) {}

    /** All that was read, lines apart. */
    public String all() {
        return words.stream()
                .collect(Collectors.groupingBy(
                        Word::line, java.util.TreeMap::new, Collectors.mapping(Word::text, Collectors.joining())))
                .values()
                .stream()
                .collect(Collectors.joining(" | "));
    }

    public boolean containsAll(String... phrases) {
        return Arrays.stream(phrases).allMatch(this::contains);
    }

    public boolean contains(String phrase) {
        return find(phrase).isPresent();
    }

    /** The middle of the last place where {@code phrase} stands within one line: buttons stand below what names them. */
    public Optional<Spot> find(String phrase) {
        Optional<Spot> found = Optional.empty();
        for (int from = 0; from < words.size(); from++) {
            StringBuilder text = new StringBuilder();
            for (int to = from;
                    to < words.size() && words.get(to).line() == words.get(from).line();
                    to++) {
                text.append(words.get(to).text());
                int at = text.indexOf(phrase);
                if (at >= 0 && at < words.get(from).text().length()) {
                    found = Optional.of(middle(words.get(from), words.get(to)));
                    break;
                }
            }
        }
        return found;
    }

    private static Spot middle(Word first, Word last) {
        int left = first.x();
        int right = last.x() + last.width();
        return new Spot((left + right) / 2, first.y() + first.height() / 2);
    }
}
