package org.yici.endurance.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yici.contract.entry.EntryKinds;
import org.yici.endurance.entry.CentreRows.Filed;
import org.yici.endurance.entry.CentreRows.Outcome;

/** Compares the books with the rows. Every sentence that it finds is a broken promise; none means that nothing was lost. */
public final class Verdict {
    private static final int MOST_NAMED = 5;

    private final Map<Offer.Id, Offer> offered;
    private final Set<Offer.Id> kept;
    private final List<Filed> filed;
    private final Map<String, Outcome> outcomes;
    private final List<String> faults = new ArrayList<>();

    private Verdict(
            Map<Offer.Id, Offer> offered, Set<Offer.Id> kept, List<Filed> filed, Map<String, Outcome> outcomes) {
        this.offered = offered;
        this.kept = kept;
        this.filed = filed.stream()
                .filter(row -> row.kind().equals(EntryKinds.PRINT_OUTCOME))
                .toList();
        this.outcomes = outcomes;
    }

    /** What is wrong with these rows, given what was offered and what was said to be kept. */
    public static List<String> on(
            Map<Offer.Id, Offer> offered, Set<Offer.Id> kept, List<Filed> filed, Map<String, Outcome> outcomes) {
        Verdict verdict = new Verdict(offered, kept, filed, outcomes);
        verdict.keptAreThere();
        verdict.nothingElseIsThere();
        verdict.quarantineIsRight();
        verdict.versionsCameInOrder();
        verdict.lastVersionTookEffect();
        return verdict.faults;
    }

    private static Offer.Id id(Filed row) {
        return new Offer.Id(row.key(), row.version());
    }

    private void fault(String sentence, List<?> which) {
        if (!which.isEmpty()) {
            faults.add(which.size() + " " + sentence + ": "
                    + which.stream().limit(MOST_NAMED).map(Object::toString).collect(Collectors.joining(", ")));
        }
    }

    private void keptAreThere() {
        Set<Offer.Id> there = filed.stream().map(Verdict::id).collect(Collectors.toSet());
        fault(
                "kept and not in the database",
                kept.stream().filter(id -> !there.contains(id)).toList());
    }

    private void nothingElseIsThere() {
        Set<Offer.Id> seen = new HashSet<>();
        fault(
                "in the database more than once",
                filed.stream().filter(row -> !seen.add(id(row))).toList());
        fault(
                "in the database and never offered, or of another terminal",
                filed.stream().filter(row -> !isOffered(row)).toList());
    }

    private boolean isOffered(Filed row) {
        Offer offer = offered.get(id(row));
        return offer != null && offer.terminal().equals(row.terminal());
    }

    private void quarantineIsRight() {
        fault(
                "quarantined or not, and should be the other",
                filed.stream().filter(this::isJudgedWrongly).toList());
    }

    private boolean isJudgedWrongly(Filed row) {
        Offer offer = offered.get(id(row));
        return offer != null && offer.strange() != row.result().equals("QUARANTINED");
    }

    /** A version is never before an earlier one, and none is there without those before it. */
    private void versionsCameInOrder() {
        Map<UUID, List<Filed>> chains = filed.stream().collect(Collectors.groupingBy(Filed::key));
        List<UUID> wrong = new ArrayList<>();
        chains.forEach((key, rows) -> {
            List<Filed> byVersion = new ArrayList<>(rows);
            byVersion.sort(java.util.Comparator.comparingInt(Filed::version));
            long before = -1;
            int expected = 1;
            for (Filed row : byVersion) {
                long arrival = row.arrival().orElse(-1L);
                if (row.version() != expected || arrival <= before) {
                    wrong.add(key);
                    return;
                }
                before = arrival;
                expected++;
            }
        });
        fault("keys with versions out of order", wrong);
    }

    private void lastVersionTookEffect() {
        Map<String, Filed> last = new HashMap<>();
        for (Filed row : filed) {
            Offer offer = offered.get(id(row));
            if (offer != null && !offer.strange()) {
                last.merge(offer.copy(), row, (one, other) -> one.version() > other.version() ? one : other);
            }
        }
        List<String> wrong = new ArrayList<>();
        last.forEach((copy, row) -> {
            Outcome outcome = outcomes.get(copy);
            if (outcome == null || !outcome.key().equals(row.key()) || outcome.version() != row.version()) {
                wrong.add(copy);
            }
        });
        fault("copies of which the last version is not what staff see", wrong);
    }
}
