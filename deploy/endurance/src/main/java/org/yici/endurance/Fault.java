package org.yici.endurance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One fault of a storm.
 *
 * @param place which terminal, where the kind is about one
 * @param pauseMillis from the fault before
 * @param lastMillis how long the program stays down or the weather lasts
 */
record Fault(Kind kind, int place, int pauseMillis, int lastMillis) {
    /** What happens. */
    enum Kind {
        AGENT_KILLED,
        SESSION_GONE,
        SERVICE_KILLED,
        BROKER_KILLED,
        DATABASE_STOPPED,
        TERMINAL_RESET,
        TERMINAL_CLOSED,
        TERMINAL_STALLED,
        TERMINAL_TRICKLING,
        TERMINAL_SILENT,
        TERMINAL_CUT,
        SERVICE_TO_BROKER_RESET,
        SERVICE_TO_BROKER_STALLED,
        SERVICE_TO_BROKER_SILENT,
        DATABASE_LINE_RESET,
        DATABASE_LINE_STALLED,
        DATABASE_LINE_TRICKLING,
        DATABASE_LINE_SILENT,
        PASSES_CUT
    }

    private static final int LONGEST_PAUSE = 2_500;
    private static final int LONGEST = 5_000;

    /** Every kind in turn, in the order of chance, until there are enough. */
    static List<Fault> plan(int number, int terminals, Random random) {
        List<Fault> plan = new ArrayList<>();
        while (plan.size() < number) {
            List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
            Collections.shuffle(kinds, random);
            for (Kind kind : kinds) {
                plan.add(new Fault(
                        kind, random.nextInt(terminals), random.nextInt(LONGEST_PAUSE), random.nextInt(LONGEST)));
            }
        }
        return List.copyOf(plan.subList(0, number));
    }
}
