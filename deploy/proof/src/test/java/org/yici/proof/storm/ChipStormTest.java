package org.yici.proof.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.yici.bench.chip.ChipCard;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.people.People;
import org.yici.bench.people.Person;
import org.yici.device.ChipCardReader;
import org.yici.device.ChipEvent;
import org.yici.device.SocialSecurityCard;
import org.yici.proof.chip.ChipSlot;

/** A slot whose card, reader or smart-card service goes at any moment and comes back: the card that is in it is read, and no other. */
@Isolated
class ChipStormTest {
    private final People people = People.builtIn();
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final AtomicInteger removed = new AtomicInteger();

    @Test
    void readsTheRightCardWhateverWent() throws Exception {
        Storm storm = new Storm("chip");
        Storm.Held before = Storm.Held.now();
        try (ChipFarEnd farEnd = ChipSlot.open()) {
            ChipCardReader driver = ChipSlot.driver(Map.of());
            driver.onEvent(this::hear);
            for (int round = 0; round < Storm.ROUNDS; round++) {
                Person person = person(round % 2 == 0 ? "lin-zhixia" : "chen-he");
                farEnd.insert(ChipCard.socialSecurity(person));
                storm.moment(Duration.ofMillis(1500));
                goAndComeBack(round % 3, farEnd, storm, person);
                await("a read in round " + round).atMost(Storm.PATIENCE).until(() -> read.contains(person.number()));
                assertThat(read).as("round %d", round).containsOnly(person.number());
                int sofar = removed.get();
                farEnd.take();
                await("gone in round " + round).atMost(Storm.PATIENCE).until(() -> removed.get() > sofar);
                read.clear();
            }
            driver.close();
        }
        before.assertNoMoreThan(4);
    }

    private void goAndComeBack(int what, ChipFarEnd farEnd, Storm storm, Person person) throws IOException {
        Duration away = Duration.ofMillis(300);
        switch (what) {
            case 0 -> {
                farEnd.unplug();
                storm.moment(away);
                read.clear();
                farEnd.plug();
            }
            case 1 -> {
                farEnd.killService();
                storm.moment(away);
                read.clear();
                farEnd.startService();
            }
            default -> {
                farEnd.take();
                storm.moment(away);
                read.clear();
                farEnd.insert(ChipCard.socialSecurity(person));
            }
        }
    }

    private void hear(ChipEvent event) {
        if (event instanceof ChipEvent.CardRead card) {
            read.add(card.card()
                    .reveal()
                    .holder()
                    .map(SocialSecurityCard.Holder::number)
                    .orElse("nobody"));
        } else if (event instanceof ChipEvent.CardRemoved) {
            removed.incrementAndGet();
        }
    }

    private Person person(String id) {
        return people.find(id).orElseThrow();
    }
}
