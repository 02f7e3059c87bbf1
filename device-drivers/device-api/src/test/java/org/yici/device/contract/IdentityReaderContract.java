package org.yici.device.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yici.device.Counter;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.IdentityReader;
import org.yici.device.ReaderEvent;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTesting;

/** The contract of {@link IdentityReader}; a subclass brings the reader and the hands that handle it. */
public abstract class IdentityReaderContract extends DeviceContract<IdentityReader> {
    private final List<ReaderEvent> events = new CopyOnWriteArrayList<>();

    /** Lays a citizen's card that can be read. */
    protected abstract void layCard();

    protected abstract void takeCard();

    /** The next answer stops in the middle; then the reader answers again as if nothing had been. */
    protected abstract void answerHalfOnce();

    @Override
    protected void listenTo(IdentityReader reader) {
        reader.onEvent(events::add);
    }

    @Override
    protected List<ThrowingCallable> callsOf(IdentityReader reader) {
        return List.of(() -> reader.onEvent(event -> {}));
    }

    private void awaitRead(int times) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events.stream().filter(ReaderEvent.CardRead.class::isInstance))
                        .hasSize(times));
    }

    @Test
    void comesOnlineAndSaysWhichModuleItHas() {
        IdentityReader reader = online();
        DeviceStatus.OfIdentityReader status = (DeviceStatus.OfIdentityReader) reader.status();
        assertThat(status.safeModule()).isNotBlank();
        assertThat(status.faults()).isEmpty();
    }

    @Test
    void readsACardOnceForEachTimeItIsLaid() {
        online();
        layCard();
        awaitRead(1);
        takeCard();
        layCard();
        awaitRead(2);
    }

    @Test
    void tellsNothingToWhoeverNoLongerListens() {
        IdentityReader reader = online();
        List<ReaderEvent> heard = new CopyOnWriteArrayList<>();
        reader.onEvent(heard::add).close();
        layCard();
        awaitRead(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void closesInTimeAndMoreThanOnce() {
        IdentityReader reader = online();
        long began = System.nanoTime();
        reader.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2200));
        reader.close();
    }

    @Test
    void showsThatItIsUnpluggedAndWorksAgainAfterwards() throws Exception {
        IdentityReader reader = online();
        unplug();
        awaitState(reader, DeviceState.OFFLINE);
        assertThat(reader.status().faults()).isNotEmpty();
        plugIn();
        awaitState(reader, DeviceState.ONLINE);
        layCard();
        awaitRead(1);
    }

    @Test
    void triesItselfOut() throws Exception {
        IdentityReader reader = online();
        SelfTestResult well = ((SelfTesting) reader).selfTest().get(20, TimeUnit.SECONDS);
        assertThat(well.passed()).as(well.toString()).isTrue();
        assertThat(well.steps()).extracting(SelfTestResult.Step::seen).contains(safeModule(reader));
    }

    private static String safeModule(IdentityReader reader) {
        return ((DeviceStatus.OfIdentityReader) reader.status()).safeModule();
    }

    @Test
    void countsWhatItReadAndHowOftenItWasLost() throws Exception {
        IdentityReader reader = online();
        assertThat(reader.counts()).isEmpty();
        layCard();
        awaitRead(1);
        unplug();
        awaitState(reader, DeviceState.OFFLINE);
        assertThat(reader.counts()).isEqualTo(Map.of(Counter.READS, 1L, Counter.LOSSES, 1L));
    }

    @Test
    void recoversFromHalfAnAnswerAndSilence() {
        IdentityReader reader = online();
        answerHalfOnce();
        layCard();
        awaitRead(1);
        awaitState(reader, DeviceState.ONLINE);
    }

    @Test
    void aSecondDriverWaitsUntilTheFirstIsClosed() {
        IdentityReader first = online();
        IdentityReader second = start();
        awaitState(second, DeviceState.OFFLINE);
        assertThat(first.status().state()).isEqualTo(DeviceState.ONLINE);
        first.close();
        awaitState(second, DeviceState.ONLINE);
    }
}
