package org.yici.catalogue.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** The bounds that records of the catalogue check when they are built; a broken one is an {@link IllegalArgumentException}. */
public final class Limits {
    private Limits() {}

    public static <T> List<T> list(List<T> values, int most, String what) {
        if (values.size() > most) {
            throw new IllegalArgumentException(what + ": " + values.size() + " entries, at most " + most);
        }
        return List.copyOf(values);
    }

    /** As {@link #list}, and no two entries share a key. */
    public static <T, K> List<T> distinct(List<T> values, Function<T, K> key, int most, String what) {
        Collection<K> seen = new HashSet<>();
        for (T value : values) {
            if (!seen.add(key.apply(value))) {
                throw new IllegalArgumentException(what + ": " + key.apply(value) + " stands there twice");
            }
        }
        return list(values, most, what);
    }

    public static <T extends Comparable<T>> SortedSet<T> set(Collection<T> values, int most, String what) {
        if (values.size() > most) {
            throw new IllegalArgumentException(what + ": " + values.size() + " entries, at most " + most);
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(new ArrayList<>(values)));
    }

    /** {@code value}, which is neither blank nor longer than {@code most} UTF-16 units and holds no forbidden character. */
    public static String text(String value, int most, String what) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        if (value.length() > most) {
            throw new IllegalArgumentException(what + ": " + value.length() + " characters, at most " + most);
        }
        value.codePoints().filter(Limits::isForbidden).findFirst().ifPresent(point -> {
            throw new IllegalArgumentException(String.format("%s holds the forbidden character U+%04X", what, point));
        });
        return value;
    }

    public static int range(int value, int least, int most, String what) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + value + ", not " + least + " to " + most);
        }
        return value;
    }

    /**
     * Control characters, except the line feed, and what changes the direction or the place of other text without being seen:
     * bidirectional controls, zero-width marks, surrogates without a partner.
     */
    private static boolean isForbidden(int point) {
        if (point == '\n') {
            return false;
        }
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
