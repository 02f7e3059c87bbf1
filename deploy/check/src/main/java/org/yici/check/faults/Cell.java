package org.yici.check.faults;

import java.io.IOException;

/**
 * One cell of the table.
 *
 * @param table which table it stands in, {@code device}
 * @param name what happens when, {@code printer · in the middle · comes back}
 * @param quick whether it belongs to the short selection
 * @param story what happens, and what has to be seen of it
 */
record Cell(String table, String name, boolean quick, Story story) {
    /** Breaks something at a moment of a journey and says what has to be seen. */
    interface Story {
        void play(Course course) throws IOException, InterruptedException;
    }

    /** As {@code --list} and {@code --only} know it. */
    String title() {
        return table + ": " + name;
    }
}
