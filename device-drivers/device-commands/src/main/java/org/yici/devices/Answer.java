package org.yici.devices;

import java.util.Optional;

/** How a command ends: its exit code, the last object, if none said it yet, and words (none if empty). */
record Answer(int exit, Optional<Line> line, String words) {
    static Answer done(Line line, String words) {
        return new Answer(0, Optional.of(line), words);
    }

    static Answer no(Line line, String words) {
        return new Answer(1, Optional.of(line), words);
    }

    /** The device's status said it. */
    static Answer unusable(String words) {
        return new Answer(1, Optional.empty(), words);
    }

    /** Tells it, and returns the exit code. */
    int tell(Lines lines) {
        line.ifPresent(lines::tell);
        if (!words.isEmpty()) {
            lines.words().println(words);
        }
        return exit;
    }
}
