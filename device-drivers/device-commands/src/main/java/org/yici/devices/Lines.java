package org.yici.devices;

import java.io.PrintStream;
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

    /** For scripts. */
    synchronized void tell(Line line) {
        objects.println(JSON.writeValueAsString(line.fields()));
    }
}
