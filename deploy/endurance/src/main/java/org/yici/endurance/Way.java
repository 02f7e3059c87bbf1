package org.yici.endurance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How it is cut. The number says how often, against the others. */
enum Way {
    LINE_RESET(4),
    LINE_CLOSED(4),
    /** The terminal's connection stays and carries nothing any more. */
    LINE_SILENT(2),
    AGENT_KILLED(4),
    SERVICE_KILLED(2),
    BROKER_KILLED(2),
    DATABASE_STOPPED(2);

    private final int weight;

    Way(int weight) {
        this.weight = weight;
    }

    private boolean fits(Point point) {
        return switch (this) {
            // The broker takes the rest of the PUBLISH whatever becomes of those behind it.
            case SERVICE_KILLED, DATABASE_STOPPED -> point != Point.IN_PUBLISH;
            default -> true;
        };
    }

    /** So many ways to cut at this point: each that fits at least once if there is room, by weight otherwise, in the order of chance. */
    static List<Way> plan(Point point, int number, Random random) {
        List<Way> weighted = new ArrayList<>();
        for (Way way : values()) {
            if (way.fits(point)) {
                weighted.addAll(Collections.nCopies(way.weight, way));
            }
        }
        Collections.shuffle(weighted, random);
        List<Way> plan = new ArrayList<>();
        for (Way way : values()) {
            if (way.fits(point) && plan.size() < number) {
                plan.add(way);
            }
        }
        for (int i = 0; plan.size() < number; i++) {
            plan.add(weighted.get(i % weighted.size()));
        }
        Collections.shuffle(plan, random);
        return plan;
    }
}
