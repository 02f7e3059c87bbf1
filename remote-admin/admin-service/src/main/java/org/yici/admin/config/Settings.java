package org.yici.admin.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.boot.convert.DurationStyle;

/** Flat settings that are read key by key; remembers what was asked for and every fault, to tell them together. */
final class Settings {
    private final Map<String, String> values;
    private final Set<String> unread;
    private final List<String> faults = new ArrayList<>();

    Settings(Map<String, String> values) {
        this.values = values;
        this.unread = new TreeSet<>(values.keySet());
    }

    Optional<String> text(String key) {
        unread.remove(key);
        return Optional.ofNullable(values.get(key)).filter(text -> !text.isBlank());
    }

    String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    Path path(String key, Path otherwise) {
        return text(key).map(Path::of).orElse(otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return read(key, otherwise, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    int number(String key, int otherwise, int least, int most) {
        return read(key, otherwise, least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException();
            }
            return number;
        });
    }

    Duration duration(String key, Duration otherwise) {
        return read(key, otherwise, "a length of time such as 30m or 24h", text -> {
            Duration length = DurationStyle.detectAndParse(text);
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException();
            }
            return length;
        });
    }

    /** The value that {@code parse} makes; what it throws as {@link IllegalArgumentException} becomes a fault. */
    <T> T read(String key, T otherwise, String form, Function<String, T> parse) {
        Optional<String> text = text(key);
        try {
            return text.map(parse).orElse(otherwise);
        } catch (IllegalArgumentException e) {
            faults.add(key + " must be " + form + ", not \"" + text.orElse("") + "\"");
            return otherwise;
        }
    }

    void fault(String fault) {
        faults.add(fault);
    }

    /** Everything that was wrong, keys that nobody asked for included. */
    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        unread.forEach(key -> all.add(key + " is not a setting of the service"));
        return all;
    }
}
