package org.yici.devices;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One object for scripts: what it is, and its fields in the order in which they were put. One thread. */
final class Line {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Line() {}

    static Line of(String what) {
        return empty().with("what", what);
    }

    /** A part of another. */
    static Line empty() {
        return new Line();
    }

    Line with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** A constant of ours as scripts read it: {@code hardware-error}. */
    Line with(String name, Enum<?> value) {
        return with(name, word(value));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Map<String, Object> fields() {
        return fields;
    }
}
