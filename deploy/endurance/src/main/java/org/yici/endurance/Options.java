package org.yici.endurance;

import java.nio.file.Path;

/**
 * What a sweep does.
 *
 * @param cuts at each point
 * @param rounds random faults while entries come in
 * @param terminals how many agents
 */
record Options(Path checkout, Path out, long seed, int cuts, int rounds, int terminals) {
    /** More than one terminal can ever enter in a sweep of these options. */
    int copiesOfATerminal() {
        return 2_000 + 3 * cuts + 200 * rounds;
    }
}
