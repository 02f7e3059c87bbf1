package org.yici.kiosk.ui;

import java.util.Map;

/**
 * A text that is no sentence of the terminal's, for example from the server, in the languages in which it is there. Chinese always is.
 *
 * @param chinese the text that decides
 * @param others in other languages; may be empty
 */
public record LocalText(String chinese, Map<Language, String> others) {
    public LocalText {
        others = Map.copyOf(others);
    }

    /** In Chinese alone. */
    public static LocalText of(String chinese) {
        return new LocalText(chinese, Map.of());
    }

    /** In {@code language}, or in Chinese if there is nothing in it. */
    public String in(Language language) {
        return others.getOrDefault(language, chinese);
    }
}
