package org.yici.devices;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Where a command tells what it sees: objects for scripts, words for people. Thread-safe. */
final class Lines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream objects;
    private final PrintStream words;

    Lines(PrintStream objects, PrintStream words) {
        this.objects = objects;
        this.words = words;
    }

    /** For people. */
    PrintStream words() {
        return words;
    }

    /** An object of this kind; {@code fields} are names and values in turn. */
    synchronized void tell(String what, Object... fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("what", what);
        for (int i = 0; i < fields.length; i += 2) {
            object.put((String) fields[i], fields[i + 1]);
        }
        objects.println(JSON.writeValueAsString(object));
    }

    /** A constant of ours as scripts read it: {@code hardware-error}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
