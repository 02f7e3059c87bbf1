package org.yici.catalogue.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a part of one item (a question, an answer, a material, a source) or an item, department, site or class: {@code [a-z0-9-]{1,64}}. */
public record Key(@JsonValue String value) implements Comparable<Key> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Key {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a key of small letters, digits and hyphens: " + abbreviated(value));
        }
    }

    private static String abbreviated(String value) {
        return value.length() > 80 ? value.substring(0, 80) + "…" : value;
    }

    @Override
    public int compareTo(Key other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
