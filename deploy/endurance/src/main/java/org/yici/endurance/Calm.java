package org.yici.endurance;

import java.time.Duration;
import org.yici.endurance.program.Wait;

/** Waits until everything that was kept has come home. */
final class Calm {
    /** A connection that nobody answers on is given up within a minute by each program, and tried again within half of one. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final World world;
    private final Journal journal;

    Calm(World world, Journal journal) {
        this.world = world;
        this.journal = journal;
    }

    /** All faults are over: the service must become ready and each terminal's outbox empty. */
    void settle(String after) throws Unkept, InterruptedException {
        long start = System.nanoTime();
        if (!Wait.until(PATIENCE, world.centre()::isReady)) {
            throw new Unkept("the service is not ready " + PATIENCE + " after " + after);
        }
        for (Station station : world.stations()) {
            if (!Wait.until(PATIENCE, station::isReady)) {
                throw new Unkept(station.terminal().id() + " has something left to send " + PATIENCE + " after " + after
                        + ": " + state(station));
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        journal.note("home " + millis + " ms after " + after);
        journal.longest("longest wait for everything to come home, ms", millis);
    }

    private static String state(Station station) {
        try {
            return station.terminal().outboxRows() + " rows in the outbox, connected "
                    + station.session().isCentreOnline();
        } catch (java.sql.SQLException e) {
            return "the outbox cannot be read: " + e.getMessage();
        }
    }
}
