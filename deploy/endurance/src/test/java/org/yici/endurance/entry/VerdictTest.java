package org.yici.endurance.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yici.contract.entry.EntryKinds;
import org.yici.endurance.entry.CentreRows.Filed;
import org.yici.endurance.entry.CentreRows.Outcome;
import org.yici.ipc.SessionMessage;

/** Each way to lose something is found. */
class VerdictTest {
    private static final String TERMINAL = "sweep-0001";
    private static final UUID KEY = UUID.fromString("01a20511-07d1-7942-80b6-ba5a4b39c4d1");
    private static final UUID STRANGE = UUID.fromString("01a20511-07d1-7942-80b6-ba5a4b39c4d2");

    private final Map<Offer.Id, Offer> offered = new LinkedHashMap<>();
    private final Set<Offer.Id> kept = new HashSet<>();
    private final List<Filed> filed = new ArrayList<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();

    @BeforeEach
    void allIsWell() {
        for (int version = 1; version <= 3; version++) {
            offer(KEY, version, false);
            filed.add(row(KEY, version, "RECORDED", version * 10L));
        }
        offer(STRANGE, 1, true);
        filed.add(row(STRANGE, 1, "QUARANTINED", 15L));
        outcomes.put("copy-" + KEY, new Outcome(KEY, 3, "DELIVERED"));
    }

    private void offer(UUID key, int version, boolean strange) {
        Offer offer = new Offer(TERMINAL, key, version, new SessionMessage.ScreenPainted(), "copy-" + key, strange);
        offered.put(offer.id(), offer);
        kept.add(offer.id());
    }

    private static Filed row(UUID key, int version, String result, long arrival) {
        return new Filed(key, version, TERMINAL, EntryKinds.PRINT_OUTCOME, result, Optional.of(arrival));
    }

    private List<String> verdict() {
        return Verdict.on(offered, kept, filed, outcomes);
    }

    @Test
    void findsNothingWhereNothingIsLost() {
        assertThat(verdict()).isEmpty();
    }

    @Test
    void letsWhatWasNotAnsweredBeThereOrNot() {
        kept.remove(new Offer.Id(KEY, 3));
        assertThat(verdict()).isEmpty();
        filed.remove(2);
        outcomes.put("copy-" + KEY, new Outcome(KEY, 2, "UNCERTAIN"));
        assertThat(verdict()).isEmpty();
    }

    @Test
    void findsALostEntry() {
        filed.remove(2);
        outcomes.put("copy-" + KEY, new Outcome(KEY, 2, "UNCERTAIN"));
        assertThat(verdict())
                .singleElement()
                .asString()
                .startsWith("1 kept and not in the database")
                .contains("version=3");
    }

    @Test
    void findsARowTooMany() {
        filed.add(filed.get(3));
        assertThat(verdict()).anyMatch(fault -> fault.contains("more than once"));
    }

    @Test
    void findsAnInventedRowAndOneOfAnotherTerminal() {
        filed.add(row(UUID.fromString("01a20511-07d1-7942-80b6-ba5a4b39c4d3"), 1, "RECORDED", 99));
        Filed first = filed.get(3);
        filed.set(3, new Filed(STRANGE, 1, "sweep-0002", first.kind(), first.result(), first.arrival()));
        assertThat(verdict()).singleElement().asString().startsWith("2 in the database and never offered");
    }

    @Test
    void findsAnEntryInQuarantineThatShouldNotBeThere() {
        filed.set(1, row(KEY, 2, "QUARANTINED", 20));
        assertThat(verdict()).singleElement().asString().contains("should be the other");
    }

    @Test
    void findsAnEntryThatShouldBeInQuarantine() {
        filed.set(3, row(STRANGE, 1, "RECORDED", 15));
        assertThat(verdict()).singleElement().asString().contains("should be the other");
    }

    @Test
    void findsVersionsOutOfOrder() {
        filed.set(1, row(KEY, 2, "RECORDED", 31));
        assertThat(verdict()).singleElement().asString().contains("out of order");
    }

    @Test
    void findsALaterVersionWithoutItsForerunner() {
        filed.remove(1);
        kept.remove(new Offer.Id(KEY, 2));
        assertThat(verdict()).singleElement().asString().contains("out of order");
    }

    @Test
    void findsAnEffectOfAnOlderVersion() {
        outcomes.put("copy-" + KEY, new Outcome(KEY, 2, "UNCERTAIN"));
        assertThat(verdict()).singleElement().asString().contains("not what staff see");
        outcomes.clear();
        assertThat(verdict()).singleElement().asString().contains("not what staff see");
    }
}
