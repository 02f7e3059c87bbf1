package org.yici.driver.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.base.Personal;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.bench.chip.CardProgram;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.chip.Reaction;
import org.yici.bench.chip.Whim;
import org.yici.bench.travel.Ministry;
import org.yici.bench.travel.PassportPage;
import org.yici.device.Candidate;
import org.yici.device.ChipEvent;
import org.yici.device.ChipEvent.CardRead;
import org.yici.device.ChipEvent.CardRefused;
import org.yici.device.ChipEvent.CardRemoved;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceFault;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.DeviceState;
import org.yici.device.ReaderEvent.Reason;
import org.yici.device.TravelDocumentKey;
import org.yici.device.TravelDocumentOutcome;
import org.yici.device.TravelDocumentProof;
import org.yici.driver.chip.travel.Countries;
import org.yici.driver.chip.travel.Trust;

/** Cards that misbehave, and a service that comes and goes. */
class PcscReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CARD = "social security 2.00";
    private static final Whim MUTE = (number, command, answer) -> new Reaction.Silence();
    private static final BenchReader READER = new BenchReader();

    private final List<ChipEvent> events = new CopyOnWriteArrayList<>();
    private @Nullable PcscReader reader;

    @BeforeAll
    static void begin() {
        READER.start();
    }

    @AfterAll
    static void end() {
        READER.close();
    }

    @AfterEach
    void cleanUp() {
        if (reader != null) {
            reader.close();
        }
        READER.take();
    }

    private PcscReader start(Map<String, String> settings) {
        DeviceConfig config =
                new DeviceConfig(new DeviceId("chip-card-reader"), DeviceKind.CHIP_CARD_READER, "pcsc", settings);
        PcscReader started = (PcscReader) new PcscDriver().start(config, Time.system());
        started.onEvent(events::add);
        reader = started;
        return started;
    }

    private PcscReader online(Map<String, String> settings) {
        PcscReader started = start(settings);
        awaitState(started, DeviceState.ONLINE);
        return started;
    }

    private static void awaitState(PcscReader reader, DeviceState state) {
        await().atMost(PATIENCE).until(() -> reader.status().state() == state);
    }

    private void awaitEvents(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events).hasSize(count));
    }

    private CardRefused refusal() {
        awaitEvents(1);
        return (CardRefused) events.get(0);
    }

    @Test
    void givesUpACardThatAnswersNothingButSuccess() {
        PcscReader started = online(Map.of("deadline-s", "1"));
        READER.insert(CARD, BenchReader.emptySuccessFrom(1));
        assertThat(refusal().reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(READER.farEnd().heard()).hasSizeLessThan(3 * BoundedLink.MOST_COMMANDS);
        READER.take();
        awaitEvents(2);
        READER.insert(CARD, Whim.NONE);
        awaitEvents(3);
        assertThat(events.get(2)).isInstanceOf(CardRead.class);
        assertThat(started.status().faults()).isEmpty();
    }

    @Test
    void givesUpACardThatDoesNotAnswerAndNamesItUntilItIsPulled() {
        PcscReader started = online(Map.of("deadline-s", "1"));
        READER.insert(CARD, MUTE);
        assertThat(refusal())
                .extracting(CardRefused::reason, CardRefused::nativeCode)
                .containsExactly(Reason.UNREADABLE, "deadline");
        await().atMost(PATIENCE)
                .until(() ->
                        started.status().faults().equals(List.of(new DeviceFault("card-silent", WhoActs.CLEAR, ""))));
        READER.take();
        awaitEvents(2);
        await().atMost(PATIENCE).until(() -> started.status().faults().isEmpty());
        READER.insert(CARD, Whim.NONE);
        awaitEvents(3);
        assertThat(events.get(2)).isInstanceOf(CardRead.class);
    }

    @Test
    void resetsACardThatAnswersAfterItWasGivenUp() {
        PcscReader started = online(Map.of("deadline-s", "1"));
        READER.insert(CARD, (number, command, answer) -> {
            await().atMost(PATIENCE).until(() -> number != 3 || isFault(started, "card-silent"));
            return new Reaction.Answer(answer);
        });
        assertThat(refusal().nativeCode()).isEqualTo("deadline");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(READER.farEnd().talk().resets()).isPositive());
        await().atMost(PATIENCE).until(() -> started.status().faults().isEmpty());
        assertThat(events).hasSize(1);
    }

    @Test
    void triesACardAgainThatFailsOnce() {
        online(Map.of());
        READER.insert(CARD, BenchReader.statusAt(3, 0x6F00));
        awaitEvents(1);
        assertThat(events.get(0)).isInstanceOf(CardRead.class);
    }

    @Test
    void namesTheFieldThatCannotBeTrueAndTriesNoMore() {
        online(Map.of());
        READER.insert("cannot be true: expires", Whim.NONE);
        assertThat(refusal())
                .extracting(CardRefused::reason, CardRefused::nativeCode)
                .containsExactly(Reason.NOT_TRUSTED, "expires");
        assertThat(READER.farEnd().heard())
                .containsOnlyOnce("00a4020002ef05")
                .noneMatch(command -> command.startsWith("0020"));
    }

    @Test
    void findsATravelDocument() {
        online(Map.of());
        READER.insert("travel document", Whim.NONE);
        awaitEvents(1);
        assertThat(events.get(0)).isInstanceOf(ChipEvent.TravelDocumentFound.class);
    }

    private static final TravelDocumentKey KEY =
            new TravelDocumentKey("L898902C3", LocalDate.of(1974, 8, 12), LocalDate.of(2012, 4, 15));

    @Test
    void readsATravelDocumentWithTheKeyThatIsPrintedInIt(@TempDir Path folder) throws Exception {
        Ministry utopia = new Ministry("UT", "SHA256withECDSA");
        Trust.in(utopia, folder);
        PcscReader started = online(Map.of("countries", folder.toString()));
        assertThat(started.read(Personal.of(KEY)).get(20, TimeUnit.SECONDS))
                .isEqualTo(new TravelDocumentOutcome.Refused(TravelDocumentOutcome.Reason.NO_DOCUMENT, ""));
        READER.insert(utopia.document(PassportPage.SPECIMEN), Whim.NONE);
        awaitEvents(1);
        assertThat(events.get(0)).isInstanceOf(ChipEvent.TravelDocumentFound.class);
        // Twice: the first conversation leaves no trace in the chip.
        for (int i = 0; i < 2; i++) {
            TravelDocumentOutcome.Read read =
                    (TravelDocumentOutcome.Read) started.read(Personal.of(KEY)).get(20, TimeUnit.SECONDS);
            assertThat(read.document().reveal().surname()).isEqualTo("ERIKSSON");
            assertThat(read.proof()).isEqualTo(new TravelDocumentProof.Verified("UT"));
        }
    }

    private static CardProgram document() {
        return new Ministry("UT", "SHA256withECDSA").document(PassportPage.SPECIMEN);
    }

    @Test
    void endsATravelDocumentThatIsPulledWhileItIsRead() throws Exception {
        PcscReader started = online(Map.of());
        READER.insert(document(), BenchReader.yankedAt(8));
        awaitEvents(1);
        assertThat(started.read(Personal.of(KEY)).get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(TravelDocumentOutcome.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(TravelDocumentOutcome.Reason.UNREADABLE));
        awaitEvents(2);
        assertThat(events.get(1)).isInstanceOf(CardRemoved.class);
    }

    @Test
    void answersWhoeverWantsATravelDocumentWhenItIsClosed() throws Exception {
        PcscReader started = online(Map.of());
        AtomicBoolean mute = new AtomicBoolean();
        READER.insert(
                document(),
                (number, command, answer) -> mute.get() ? new Reaction.Silence() : new Reaction.Answer(answer));
        awaitEvents(1);
        mute.set(true);
        CompletableFuture<TravelDocumentOutcome> outcome = started.read(Personal.of(KEY));
        await().atMost(PATIENCE).until(() -> READER.farEnd().talk().silent());
        started.close();
        assertThat(outcome.get(20, TimeUnit.SECONDS))
                .isEqualTo(new TravelDocumentOutcome.Refused(TravelDocumentOutcome.Reason.UNREADABLE, "closed"));
    }

    @Test
    void losesNoCardWhenTheServiceIsKilledWhileItReads() {
        PcscReader started = online(Map.of());
        READER.insert(CARD, (number, command, answer) -> {
            if (number == 5) {
                READER.kill();
            }
            return new Reaction.Answer(answer);
        });
        awaitState(started, DeviceState.OFFLINE);
        awaitEvents(2);
        assertThat(events).extracting(Object::getClass).isEqualTo(List.of(CardRefused.class, CardRemoved.class));
        READER.take();
        READER.start();
        awaitState(started, DeviceState.ONLINE);
        READER.insert(CARD, Whim.NONE);
        awaitEvents(3);
        assertThat(events.get(2)).isInstanceOf(CardRead.class);
    }

    @Test
    void waitsForTheReaderOfItsName() {
        READER.kill();
        READER.unplug();
        READER.start();
        PcscReader started = start(Map.of("reader", ChipFarEnd.READER));
        await().atMost(PATIENCE).until(() -> isFault(started, "reader-gone"));
        assertThat(started.status().state()).isEqualTo(DeviceState.OFFLINE);
        READER.plug();
        awaitState(started, DeviceState.ONLINE);
    }

    @Test
    void findsAReaderAgainThatWasUnpluggedWithACardInIt() {
        Plug plug = new Plug();
        PcscReader started = new PcscReader(
                new DeviceId("chip-card-reader"),
                new PcscConfig("", Duration.ofSeconds(10), Countries.NONE),
                plug,
                Time.system());
        reader = started;
        started.onEvent(events::add);
        started.start();
        awaitState(started, DeviceState.ONLINE);
        READER.insert(CARD, Whim.NONE);
        awaitEvents(1);
        plug.pull();
        awaitEvents(2);
        await().atMost(PATIENCE).until(() -> isFault(started, "reader-gone"));
        plug.putBack();
        awaitEvents(3);
        assertThat(events)
                .extracting(Object::getClass)
                .isEqualTo(List.of(CardRead.class, CardRemoved.class, CardRead.class));
    }

    private static boolean isFault(PcscReader reader, String name) {
        return reader.status().faults().stream().anyMatch(fault -> fault.name().equals(name));
    }

    @Test
    void waitsWhileAnotherProgramUsesTheCard() throws Exception {
        PcscReader started = online(Map.of());
        started.close();
        READER.insert(CARD, Whim.NONE);
        try (PcscConnection other = PcscService.SYSTEM.open()) {
            await().atMost(PATIENCE)
                    .until(() -> other.isCardIn(other.reader(ChipFarEnd.READER).orElseThrow()));
            var held = other.connect(ChipFarEnd.READER);
            PcscReader waiting = online(Map.of());
            await().atMost(PATIENCE).until(() -> waiting.status().faults().stream()
                    .anyMatch(fault -> fault.name().equals("card-busy")));
            assertThat(events).isEmpty();
            held.disconnect(true);
            awaitEvents(1);
        }
        assertThat(events.get(0)).isInstanceOf(CardRead.class);
    }

    @Test
    void offersEachReaderThatIsThere() {
        assertThat(new PcscDriver().candidates())
                .extracting(Candidate::description)
                .contains(ChipFarEnd.READER);
    }
}
