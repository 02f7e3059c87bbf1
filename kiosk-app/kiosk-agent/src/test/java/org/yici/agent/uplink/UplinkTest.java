package org.yici.agent.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.agent.broker.BrokerListener;
import org.yici.agent.fixture.Facts;
import org.yici.agent.store.AgentStore;
import org.yici.base.ManualTime;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.entry.EventCode;
import org.yici.contract.message.Birth;
import org.yici.contract.message.Death;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.message.EntryMessage;
import org.yici.contract.message.Health;
import org.yici.contract.message.Recorded;

class UplinkTest {
    private static final TerminalId TERMINAL = new TerminalId(Facts.TERMINAL);
    private static final String OUT = "yici/v1/t/test-0001/out/";
    private static final String RECORDED = "yici/v1/t/test-0001/in/recorded";

    @TempDir
    Path folder;

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T08:00:00Z"));
    private final FakeBroker broker = new FakeBroker();
    private final List<String> alarms = new ArrayList<>();
    private final List<Boolean> online = new ArrayList<>();
    private Executor worker = Runnable::run;
    private String session = "none";
    private AgentStore store;
    private Uplink uplink;

    @BeforeEach
    void start() throws Exception {
        store = AgentStore.open(folder.resolve("agent.db"));
        UplinkConfig config = new UplinkConfig(TERMINAL, 30, Duration.ofSeconds(60), Duration.ofSeconds(30));
        uplink = new Uplink(
                config,
                broker,
                store,
                () -> new Health.Condition(List.<DeviceReport>of(), session, 0),
                time,
                Runnable::run,
                work -> worker.execute(work),
                new SplittableRandom(3),
                new Observer());
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private final class Observer implements UplinkObserver {
        @Override
        public void online(boolean now) {
            online.add(now);
        }

        @Override
        public void alarm(EventCode code, Map<String, Long> numbers) {
            alarms.add(code + " " + numbers);
        }
    }

    private UUID keep(int version, UUID key, int bytes) throws Exception {
        store.keepEntry(Facts.entry(key, version, bytes), time.now());
        uplink.outboxGrew();
        return key;
    }

    private void pass(Duration duration) {
        for (long i = 0; i < duration.toMillis(); i += 250) {
            time.advance(Duration.ofMillis(250));
            uplink.tick();
        }
    }

    private void record(UUID key, int version) {
        broker.last().listener.arrived(RECORDED, Json.write(new Recorded(1, key, version, Recorded.Result.RECORDED)));
    }

    private static List<UUID> keys(List<EntryMessage> messages) {
        return messages.stream().map(message -> message.entry().header().key()).toList();
    }

    @Test
    void isBornFirstThenTellsItsHealthThenItsEntriesInOrder() throws Exception {
        List<UUID> kept = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            kept.add(keep(1, Facts.key(), 100));
        }
        uplink.tick();
        FakeBroker.Connection connection = broker.last();
        assertThat(connection.filter).isEqualTo("yici/v1/t/test-0001/in/#");
        assertThat(connection.topics.subList(0, 3)).containsExactly(OUT + "birth", OUT + "health", OUT + "entry");
        assertThat(keys(connection.entries())).isEqualTo(kept);
        Birth birth = Json.read(connection.messages.get(0), Birth.class);
        assertThat(birth.stamp().sequence()).isZero();
        assertThat(connection.entries().get(4).stamp().sequence()).isEqualTo(6);
        Death will = Json.read(connection.will.message(), Death.class);
        assertThat(connection.will.topic()).isEqualTo(OUT + "death");
        assertThat(will).isEqualTo(new Death(1, Facts.TERMINAL, birth.stamp().connection(), false));
        assertThat(online).containsExactly(true);
    }

    @Test
    void forgetsARowOnlyOnTheWordRecorded() throws Exception {
        uplink.tick();
        UUID key = keep(1, Facts.key(), 100);
        broker.last().listener.paced();
        assertThat(store.outboxRows()).isEqualTo(1);
        broker.last().listener.arrived(RECORDED, new byte[] {'{'});
        broker.last().listener.arrived("yici/v1/t/test-0001/in/command", new byte[] {'{'});
        record(Facts.key(), 1);
        record(key, 2);
        assertThat(store.outboxRows()).isEqualTo(1);
        record(key, 1);
        assertThat(store.outboxRows()).isZero();
        assertThat(store.lastGoodTime()).isEmpty();
    }

    @Test
    void sendsAgainWhatIsNotRecordedWithinHalfAMinute() throws Exception {
        uplink.tick();
        keep(1, Facts.key(), 100);
        pass(Duration.ofMillis(29_750));
        assertThat(broker.last().entries()).hasSize(1);
        pass(Duration.ofSeconds(1));
        assertThat(broker.last().entries()).hasSize(2);
    }

    @Test
    void neverHasTwoVersionsOfAKeyUnderWay() throws Exception {
        uplink.tick();
        UUID key = keep(1, Facts.key(), 100);
        keep(2, key, 100);
        keep(3, key, 100);
        assertThat(broker.last().entries()).hasSize(1);
        record(key, 1);
        assertThat(broker.last().entries()).hasSize(2);
        record(key, 2);
        assertThat(broker.last().entries().stream()
                        .map(message -> message.entry().header().version()))
                .containsExactly(1, 2, 3);
    }

    @Test
    void hasAtMostThirtyTwoEntriesUnderWay() throws Exception {
        List<UUID> kept = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            kept.add(keep(1, Facts.key(), 100));
        }
        uplink.tick();
        assertThat(keys(broker.last().entries())).isEqualTo(kept.subList(0, 32));
        record(kept.get(5), 1);
        record(kept.get(0), 1);
        assertThat(keys(broker.last().entries())).isEqualTo(kept.subList(0, 34));
        for (UUID key : kept) {
            record(key, 1);
        }
        assertThat(keys(broker.last().entries())).isEqualTo(kept);
        assertThat(store.outboxRows()).isZero();
    }

    @Test
    void waitsWhileTheBrokerTakesNoMore() throws Exception {
        broker.capacity = 4;
        List<UUID> kept = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            kept.add(keep(1, Facts.key(), 100));
        }
        uplink.tick();
        assertThat(keys(broker.last().entries())).isEqualTo(kept.subList(0, 2));
        broker.capacity = 99;
        broker.last().listener.paced();
        assertThat(keys(broker.last().entries())).isEqualTo(kept);
    }

    @Test
    void keepsBackWhatIsTooLongForTheBrokerAndRaisesAnAlarm() throws Exception {
        broker.longestPacket = 4096;
        keep(1, Facts.key(), 8000);
        UUID small = keep(1, Facts.key(), 100);
        uplink.tick();
        assertThat(keys(broker.last().entries())).containsExactly(small);
        assertThat(alarms).hasSize(1).first().asString().contains("ENTRY_TOO_LARGE", "rows=1");
        assertThat(uplink.longestEntry()).isEqualTo(3072);
        broker.last().listener.lost(0);
        pass(Duration.ofSeconds(2));
        assertThat(broker.connects()).isEqualTo(2);
        assertThat(alarms).hasSize(1);
        assertThat(store.outboxRows()).isEqualTo(2);
    }

    @Test
    void sendsEverythingAgainOnTheNextConnectionUnderAHigherNumber() throws Exception {
        uplink.tick();
        UUID key = keep(1, Facts.key(), 100);
        FakeBroker.Connection first = broker.last();
        long number = first.entries().get(0).stamp().connection();
        first.listener.lost(0);
        assertThat(first.cut).isTrue();
        assertThat(uplink.online()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(broker.connects()).isEqualTo(2);
        assertThat(keys(broker.last().entries())).containsExactly(key);
        assertThat(broker.last().entries().get(0).stamp().connection()).isEqualTo(number + 1);
        first.listener.lost(0);
        assertThat(uplink.online()).isTrue();
        assertThat(online).containsExactly(true, false, true);
    }

    @Test
    void triesAgainWithGrowingWaitsUpToAKeepAlive() {
        broker.reachable = false;
        uplink.tick();
        pass(Duration.ofMinutes(10));
        broker.reachable = true;
        pass(Duration.ofSeconds(30));
        assertThat(uplink.online()).isTrue();
    }

    @Test
    void staysAwayAndRaisesAnAlarmWhenItsIdentityIsTakenOver() {
        uplink.tick();
        pass(Duration.ofSeconds(60));
        broker.last().listener.lost(BrokerListener.TAKEN_OVER);
        assertThat(alarms).hasSize(1).first().asString().contains("IDENTITY_TAKEN_OVER");
        pass(Duration.ofMinutes(4));
        assertThat(broker.connects()).isEqualTo(1);
        pass(Duration.ofMinutes(6));
        assertThat(broker.connects()).isEqualTo(2);
    }

    @Test
    void tellsItsHealthAtEachChangeOnceItSettledAndEveryMinute() {
        uplink.tick();
        assertThat(broker.last().count("health")).isEqualTo(1);
        session = "citizen";
        uplink.conditionChanged();
        pass(Duration.ofMillis(250));
        assertThat(broker.last().count("health")).isEqualTo(1);
        pass(Duration.ofMillis(500));
        assertThat(broker.last().count("health")).isEqualTo(2);
        session = "none";
        uplink.conditionChanged();
        session = "citizen";
        uplink.conditionChanged();
        pass(Duration.ofSeconds(2));
        assertThat(broker.last().count("health")).isEqualTo(2);
        pass(Duration.ofSeconds(60));
        assertThat(broker.last().count("health")).isEqualTo(3);
    }

    @Test
    void saysItsDeathWhenItStops() throws Exception {
        uplink.tick();
        uplink.stop(Duration.ofSeconds(1));
        FakeBroker.Connection connection = broker.last();
        assertThat(connection.endedWith).hasValue(OUT + "death");
        byte[] last = connection.messages.get(connection.messages.size() - 1);
        assertThat(Json.read(last, Death.class).clean()).isTrue();
        pass(Duration.ofMinutes(2));
        assertThat(broker.connects()).isEqualTo(1);
    }

    @Test
    void aConnectThatNeverComesBackIsGivenUpTriedAgainAndCutWhenItComesLate() {
        List<Runnable> hanging = new ArrayList<>();
        worker = hanging::add;
        uplink.tick();
        pass(Duration.ofSeconds(89));
        assertThat(hanging).hasSize(1);
        pass(Duration.ofSeconds(3));
        assertThat(hanging).hasSize(2);
        hanging.get(0).run();
        assertThat(broker.last().cut).isTrue();
        assertThat(uplink.online()).isFalse();
        hanging.get(1).run();
        assertThat(uplink.online()).isTrue();
        assertThat(broker.last().cut).isFalse();
    }

    @Test
    void aWorkerThatDiesWhileItConnectsIsNoticed() {
        worker = work -> {
            throw new OutOfMemoryError("unable to create native thread");
        };
        uplink.tick();
        worker = Runnable::run;
        pass(Duration.ofSeconds(2));
        assertThat(uplink.online()).isTrue();
    }

    @Test
    void backsOffForMinutesWhenTheBrokerRefusesItsOwnTopics() throws Exception {
        uplink.tick();
        keep(1, Facts.key(), 100);
        broker.last().listener.refused(0x87);
        assertThat(broker.last().cut).isTrue();
        assertThat(online).containsExactly(true, false);
        pass(Duration.ofSeconds(29));
        assertThat(broker.connects()).isEqualTo(1);
        pass(Duration.ofSeconds(32));
        assertThat(broker.connects()).isEqualTo(2);
        broker.last().listener.refused(0x87);
        pass(Duration.ofSeconds(59));
        assertThat(broker.connects()).isEqualTo(2);
        pass(Duration.ofSeconds(62));
        assertThat(broker.connects()).isEqualTo(3);
        assertThat(store.outboxRows()).isEqualTo(1);
    }

    @Test
    void backsOffForMinutesWhenTheBrokerRefusesTheConnection() {
        broker.refusal = 0x87;
        uplink.tick();
        broker.refusal = 0;
        pass(Duration.ofSeconds(29));
        assertThat(broker.connects()).isZero();
        pass(Duration.ofSeconds(32));
        assertThat(uplink.online()).isTrue();
    }

    @Test
    void goesOnWhenTheBrokerRefusesAMessageForAnotherReason() {
        uplink.tick();
        broker.last().listener.refused(0x97);
        assertThat(uplink.online()).isTrue();
    }

    @Test
    void leavesABrokerThatAcknowledgesNothing() {
        uplink.tick();
        broker.unanswered = Duration.ofSeconds(59);
        pass(Duration.ofSeconds(1));
        assertThat(uplink.online()).isTrue();
        broker.unanswered = Duration.ofSeconds(60);
        uplink.tick();
        assertThat(uplink.online()).isFalse();
        assertThat(broker.last().cut).isTrue();
        broker.unanswered = Duration.ZERO;
        pass(Duration.ofSeconds(1));
        assertThat(uplink.online()).isTrue();
    }

    @Test
    void terminalsThatLoseTheirBrokerTogetherComeBackOneAfterTheOther() {
        uplink.tick();
        pass(Duration.ofSeconds(10));
        broker.last().listener.lost(0);
        pass(Duration.ofMillis(750));
        assertThat(broker.connects()).isEqualTo(1);
        pass(Duration.ofSeconds(5));
        assertThat(broker.connects()).isEqualTo(2);
    }

    @Test
    void anAcknowledgedEntryThatNobodyRecordsIsNotSentAgainAtOnce() throws Exception {
        uplink.tick();
        keep(1, Facts.key(), 100);
        for (int i = 0; i < 5; i++) {
            broker.last().listener.paced();
            pass(Duration.ofSeconds(5));
        }
        assertThat(broker.last().entries()).hasSize(1);
        assertThat(store.outboxRows()).isEqualTo(1);
    }
}
