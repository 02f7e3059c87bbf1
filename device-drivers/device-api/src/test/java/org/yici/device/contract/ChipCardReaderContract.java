package org.yici.device.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yici.device.ChipCardReader;
import org.yici.device.ChipEvent;
import org.yici.device.ChipEvent.CardRead;
import org.yici.device.ChipEvent.CardRefused;
import org.yici.device.ChipEvent.CardRemoved;
import org.yici.device.Counter;
import org.yici.device.DeviceState;
import org.yici.device.DeviceStatus;
import org.yici.device.MediaStatus;
import org.yici.device.SelfTestResult;
import org.yici.device.SelfTesting;

/** The contract of {@link ChipCardReader}; a subclass brings the reader and the hands that handle it. */
public abstract class ChipCardReaderContract extends DeviceContract<ChipCardReader> {
    private final List<ChipEvent> events = new CopyOnWriteArrayList<>();

    /** Inserts a social-security card that can be read. */
    protected abstract void insertCard();

    /** Inserts a card that is pulled while it is read. */
    protected abstract void insertCardAndPullItWhileItIsRead();

    /** Inserts a card of which the driver knows nothing. */
    protected abstract void insertUnknownCard();

    protected abstract void takeCard();

    @Override
    protected void listenTo(ChipCardReader reader) {
        reader.onEvent(events::add);
    }

    @Override
    protected List<ThrowingCallable> callsOf(ChipCardReader reader) {
        return List.of(() -> reader.onEvent(event -> {}));
    }

    private static void awaitMedia(ChipCardReader reader, MediaStatus media) {
        await().atMost(PATIENCE).until(() -> ((DeviceStatus.OfChipCardReader) reader.status()).media() == media);
    }

    /** Waits until exactly these happened. */
    private void awaitEvents(Class<?>... kinds) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(events).extracting(Object::getClass).isEqualTo(List.of(kinds)));
    }

    @Test
    void comesOnlineAndNamesTheReader() {
        ChipCardReader reader = online();
        awaitMedia(reader, MediaStatus.NOT_PRESENT);
        assertThat(((DeviceStatus.OfChipCardReader) reader.status()).reader()).isNotBlank();
        assertThat(reader.status().faults()).isEmpty();
    }

    @Test
    void readsACardOnceForEachTimeItIsInserted() {
        ChipCardReader reader = online();
        insertCard();
        awaitEvents(CardRead.class);
        awaitMedia(reader, MediaStatus.PRESENT);
        takeCard();
        awaitEvents(CardRead.class, CardRemoved.class);
        awaitMedia(reader, MediaStatus.NOT_PRESENT);
        insertCard();
        awaitEvents(CardRead.class, CardRemoved.class, CardRead.class);
        assertThat(((CardRead) events.get(0)).card()).isEqualTo(((CardRead) events.get(2)).card());
    }

    @Test
    void readsACardThatWasInItWhenItStarted() {
        insertCard();
        online();
        awaitEvents(CardRead.class);
    }

    @Test
    void tellsNothingOfTheCardThatIsInItWhenItIsClosed() {
        ChipCardReader reader = online();
        insertCard();
        awaitEvents(CardRead.class);
        reader.close();
        assertThat(events).hasSize(1);
    }

    @Test
    void refusesACardThatItDoesNotKnow() {
        online();
        insertUnknownCard();
        awaitEvents(CardRefused.class);
        takeCard();
        awaitEvents(CardRefused.class, CardRemoved.class);
    }

    @Test
    void refusesACardThatIsPulledWhileItIsReadAndReadsTheNext() {
        ChipCardReader reader = online();
        insertCardAndPullItWhileItIsRead();
        awaitEvents(CardRefused.class, CardRemoved.class);
        awaitMedia(reader, MediaStatus.NOT_PRESENT);
        insertCard();
        awaitEvents(CardRefused.class, CardRemoved.class, CardRead.class);
        assertThat(reader.status().state()).isEqualTo(DeviceState.ONLINE);
    }

    @Test
    void tellsNothingToWhoeverNoLongerListens() {
        ChipCardReader reader = online();
        List<ChipEvent> heard = new CopyOnWriteArrayList<>();
        reader.onEvent(heard::add).close();
        insertCard();
        awaitEvents(CardRead.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void closesMoreThanOnceAlsoWhileItReads() {
        ChipCardReader reader = online();
        insertCard();
        reader.close();
        reader.close();
    }

    @Test
    void losesCardAndReaderAndWorksAgainAfterwards() throws Exception {
        ChipCardReader reader = online();
        insertCard();
        awaitEvents(CardRead.class);
        unplug();
        awaitState(reader, DeviceState.OFFLINE);
        awaitEvents(CardRead.class, CardRemoved.class);
        assertThat(reader.status().faults()).isNotEmpty();
        assertThat(((DeviceStatus.OfChipCardReader) reader.status()).media()).isEqualTo(MediaStatus.UNKNOWN);
        takeCard();
        plugIn();
        awaitState(reader, DeviceState.ONLINE);
        insertCard();
        awaitEvents(CardRead.class, CardRemoved.class, CardRead.class);
        assertThat(reader.counts()).isEqualTo(Map.of(Counter.READS, 2L, Counter.LOSSES, 1L));
    }

    @Test
    void triesItselfOut() throws Exception {
        ChipCardReader reader = online();
        SelfTestResult well = ((SelfTesting) reader).selfTest().get(20, TimeUnit.SECONDS);
        assertThat(well.passed()).as(well.toString()).isTrue();
        assertThat(well.steps())
                .extracting(SelfTestResult.Step::seen)
                .contains(((DeviceStatus.OfChipCardReader) reader.status()).reader());
    }
}
