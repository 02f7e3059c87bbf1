package org.yici.endurance;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yici.endurance.copy.CopyAsker;
import org.yici.endurance.entry.Verdict;
import org.yici.endurance.program.Wait;
import org.yici.ipc.PrintIntent;

/** The end of a sweep: every agent is asked for what is open and stopped, then books, rows and files are compared. */
final class Judgement {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final World world;
    private final Journal journal;
    private final List<String> faults = new ArrayList<>();

    private Judgement(World world, Journal journal) {
        this.world = world;
        this.journal = journal;
    }

    /** What is wrong; empty if every promise was kept. Everything must have come home before. */
    static List<String> of(World world, Journal journal, CopyAsker asker) throws InterruptedException, SQLException {
        Judgement judgement = new Judgement(world, journal);
        judgement.copies(asker);
        for (Station station : world.stations()) {
            judgement.terminal(station);
        }
        judgement.centre();
        judgement.programs();
        return judgement.faults;
    }

    private void copies(CopyAsker asker) throws InterruptedException, SQLException {
        long asked = asker.asked();
        faults.addAll(asker.verify(world.rows()::copies));
        if (world.rows().copiesGiven() != asker.answered()) {
            faults.add(asker.answered() + " copies were given, the database has "
                    + world.rows().copiesGiven());
        }
        journal.figure("certificate copies given over HTTPS", asker.answered());
        journal.figure("times that was asked for them", asked);
    }

    private void terminal(Station station) throws InterruptedException, SQLException {
        String id = station.terminal().id();
        station.session().vanish();
        if (!Wait.until(PATIENCE, station::isReady)) {
            faults.add(id + " did not take a last session");
            return;
        }
        intents(station);
        if (!station.terminal().agent().stop()) {
            faults.add("the agent of " + id + " did not end when it was asked to");
        }
        long rows = station.terminal().outboxRows();
        if (rows != 0) {
            faults.add(id + " has " + rows + " rows in its outbox");
        }
        long told = station.terminal().journalLines();
        long arrived = world.rows().events(id);
        if (told != arrived) {
            faults.add(id + " has " + told + " events in its journal, the centre has " + arrived);
        }
        journal.add("events of the agents", arrived);
    }

    /** A session is told every print that others began and nobody closed. */
    private void intents(Station station) {
        String id = station.terminal().id();
        Set<UUID> told =
                station.session().openIntents().stream().map(PrintIntent::key).collect(Collectors.toSet());
        Set<UUID> open = world.ledger().openIntents(id);
        Set<UUID> forgotten = new HashSet<>(open);
        forgotten.removeAll(told);
        Set<UUID> invented = new HashSet<>(told);
        invented.removeAll(open);
        invented.removeAll(world.ledger().doubtfulIntents(id));
        if (!forgotten.isEmpty() || !invented.isEmpty()) {
            faults.add(id + " forgot the open prints " + forgotten + " and tells of " + invented);
        }
        journal.add("prints left open, told to the next session", open.size());
    }

    private void centre() throws SQLException {
        var offered = world.ledger().offered();
        var kept = world.ledger().kept();
        var filed = world.rows().entries();
        faults.addAll(Verdict.on(offered, kept, filed, world.rows().outcomes()));
        if (!world.ledger().refused().isEmpty()) {
            faults.add("agents refused to keep " + world.ledger().refused());
        }
        if (world.rows().conflicts() != 0) {
            faults.add("the centre has " + world.rows().conflicts() + " entries with other content");
        }
        world.rows().refusals().forEach((kind, times) -> {
            journal.figure("the service refused " + kind, times);
            if (kind.startsWith("MESSAGE_")) {
                faults.add("the service refused " + times + " messages as " + kind);
            }
        });
        long reports =
                filed.stream().filter(row -> row.kind().equals("print-outcome")).count();
        journal.figure("entries offered", offered.size());
        journal.figure("entries kept", kept.size());
        journal.figure("entries in the database", reports);
        journal.figure("unanswered and there all the same", reports - kept.size());
        journal.figure(
                "quarantined, as they should be",
                filed.stream().filter(row -> row.result().equals("QUARANTINED")).count());
        journal.figure("repeats that the service got", world.commits().repeats());
    }

    private void programs() {
        world.programs().forEach(program -> {
            journal.figure("kills of " + program.name(), program.kills());
            if (!program.exits().isEmpty()) {
                journal.figure("ends of " + program.name() + " by itself", program.exits());
                // Without its database a service cannot start: it ends and is started again.
                if (program != world.centre().program()) {
                    faults.add(program.name() + " ended by itself with " + program.exits());
                }
            }
        });
        journal.figure("stops of PostgreSQL", world.database().stops());
    }
}
