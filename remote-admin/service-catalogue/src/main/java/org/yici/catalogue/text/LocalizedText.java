package org.yici.catalogue.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One text in one or more languages; Chinese is always there.
 *
 * @param byLanguage by language tag of BCP 47, for example {@code zh}, {@code en}; at most eight, each text at most
 *     {@value #LONGEST} UTF-16 units
 */
public record LocalizedText(@JsonValue SortedMap<String, String> byLanguage) {
    public static final int LONGEST = 2000;
    public static final String CHINESE = "zh";
    public static final String ENGLISH = "en";
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z]{2,8})?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LocalizedText {
        if (!byLanguage.containsKey(CHINESE)) {
            throw new IllegalArgumentException("a text lacks zh");
        }
        Limits.range(byLanguage.size(), 1, 8, "languages of a text");
        byLanguage.forEach((tag, text) -> {
            if (!TAG.matcher(tag).matches()) {
                throw new IllegalArgumentException("not a language tag: " + tag);
            }
            Limits.text(text, LONGEST, "text in " + tag);
        });
        byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    public static LocalizedText of(String chinese) {
        return new LocalizedText(new TreeMap<>(Map.of(CHINESE, chinese)));
    }

    public static LocalizedText of(String chinese, String english) {
        return new LocalizedText(new TreeMap<>(Map.of(CHINESE, chinese, ENGLISH, english)));
    }

    public String zh() {
        return byLanguage.getOrDefault(CHINESE, "");
    }

    public Optional<String> in(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /** In {@code language}, or Chinese where that language is missing. */
    public String inOrChinese(String language) {
        return byLanguage.getOrDefault(language, zh());
    }

    @Override
    public String toString() {
        return zh();
    }
}
