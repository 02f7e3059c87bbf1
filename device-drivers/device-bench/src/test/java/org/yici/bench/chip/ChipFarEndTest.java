package org.yici.bench.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yici.bench.chip.PcscHost.Refused;

/** A real service with its virtual reader, used over the system's own library. */
@Timeout(60)
class ChipFarEndTest {
    private static final String SELECT = "00a404000f7378312e73682ec9e7bbe1b1a3d5cf";
    private static final ChipCard CARD = ChipCard.socialSecurity(Holders.sample());

    /** One for all: this program's library looks for the service in one place. */
    @TempDir
    static Path folder;

    private static final AtomicInteger CHANGES = new AtomicInteger();
    private static ChipFarEnd farEnd;

    @BeforeAll
    static void make() throws IOException {
        farEnd = new ChipFarEnd(folder.resolve("run/pcscd"), Optional.empty(), CHANGES::incrementAndGet);
        PcscLibrary.leadTo(farEnd.socket());
    }

    @AfterAll
    static void close() throws IOException {
        farEnd.close();
        assertThat(PcscHost.isServed()).isFalse();
    }

    @BeforeEach
    void begin() throws IOException {
        farEnd.plug();
        farEnd.startService();
    }

    @AfterEach
    void tidyUp() throws IOException {
        farEnd.take();
        Arrays.stream(ChipQuirk.values()).forEach(quirk -> farEnd.set(quirk, false));
    }

    private static PcscHost connected() {
        return await().until(ChipFarEndTest::connection, Optional::isPresent).orElseThrow();
    }

    private static Optional<PcscHost> connection() throws Refused {
        PcscHost host = new PcscHost();
        try {
            return Optional.of(host.connect());
        } catch (Refused e) {
            host.close();
            return Optional.empty();
        }
    }

    private static List<Golden.Exchange> conversation(PcscHost host, Golden.Card golden) throws Refused {
        List<Golden.Exchange> said = new ArrayList<>();
        for (Golden.Exchange exchange : golden.exchanges()) {
            said.add(new Golden.Exchange(exchange.command(), host.send(exchange.command())));
        }
        return said;
    }

    @Test
    void aCardSaysThroughTheServiceWhatTheGoldenOneSays() throws Exception {
        Golden.Card golden = Golden.card("social security 2.00");
        assertThat(farEnd.insert(CARD)).isTrue();
        try (PcscHost host = connected()) {
            assertThat(conversation(host, golden)).isEqualTo(golden.exchanges());
        }
        assertThat(farEnd.heard())
                .isEqualTo(golden.exchanges().stream()
                        .map(Golden.Exchange::command)
                        .toList());
        int commands = golden.exchanges().size();
        assertThat(farEnd.talk()).isEqualTo(new CardTalk(commands, commands, 0, Optional.of("6A83"), false));
    }

    @Test
    void holdsOneCardAndTellsWhoseItIs() throws IOException {
        assertThat(farEnd.take()).isFalse();
        assertThat(farEnd.insert(CARD)).isTrue();
        assertThat(farEnd.insert(CARD)).isFalse();
        assertThat(farEnd.card().orElseThrow().holder()).contains(Holders.sample());
        assertThat(farEnd.card().orElseThrow().kind()).isEqualTo(ChipCardKind.SOCIAL_SECURITY);
        assertThat(farEnd.take()).isTrue();
        assertThat(farEnd.card()).isEmpty();
    }

    @Test
    void aCardThatComesAtOnceIsSeenAsAnother() throws Exception {
        farEnd.insert(CARD);
        try (PcscHost host = connected()) {
            assertThat(host.send(SELECT)).isEqualTo("6113");
            farEnd.take();
            farEnd.insert(CARD);
            assertThatThrownBy(() -> host.send(SELECT)).isInstanceOf(Refused.class);
        }
        try (PcscHost host = connected()) {
            assertThat(host.send(SELECT)).isEqualTo("6113");
        }
        assertThat(farEnd.talk().commands()).isEqualTo(1);
    }

    @Test
    void aResetLetsTheCardBeginFromTheStart() throws Exception {
        farEnd.insert(CARD);
        try (PcscHost host = connected()) {
            host.send(SELECT);
            host.reset();
            await().until(() -> farEnd.talk().resets() == 1);
            host.connect();
            assertThat(host.send("00a4020002ef05")).isEqualTo("6985");
        }
    }

    @Test
    void theCardIsThereAgainAfterTheServiceWasKilled() throws Exception {
        farEnd.insert(CARD);
        connected().close();
        farEnd.killService();
        farEnd.killService();
        assertThat(farEnd.serviceRuns()).isFalse();
        assertThat(farEnd.trouble()).isEmpty();
        assertThat(farEnd.card()).isPresent();
        assertThat(PcscHost.isServed()).isFalse();
        farEnd.startService();
        farEnd.startService();
        try (PcscHost host = connected()) {
            assertThat(host.send(SELECT)).isEqualTo("6113");
        }
    }

    @Test
    void takesTheReaderAwayAndBringsItBackWithItsCard() throws Exception {
        assertThat(PcscHost.readers()).contains(ChipFarEnd.READER);
        farEnd.insert(CARD);
        farEnd.unplug();
        farEnd.unplug();
        assertThat(farEnd.isPlugged()).isFalse();
        assertThat(farEnd.serviceRuns()).isTrue();
        assertThat(PcscHost.readers()).isEmpty();
        farEnd.plug();
        farEnd.plug();
        try (PcscHost host = connected()) {
            assertThat(host.send(SELECT)).isEqualTo("6113");
        }
    }

    @Test
    void aReaderMayBeUnpluggedWhileNoServiceRuns() throws IOException {
        farEnd.killService();
        farEnd.unplug();
        assertThat(farEnd.serviceRuns()).isFalse();
        assertThat(farEnd.insert(CARD)).isTrue();
        farEnd.startService();
        assertThat(PcscHost.readers()).isEmpty();
    }

    @Test
    void noticesThatTheServiceDiedByItself() throws Exception {
        int before = CHANGES.get();
        String pid = Files.readString(folder.resolve("run/pcscd/pcscd.pid"));
        ProcessHandle.of(Long.parseLong(pid.replaceAll("\\D", "")))
                .orElseThrow()
                .destroyForcibly();
        await().until(() -> !farEnd.serviceRuns());
        await().until(() -> CHANGES.get() > before);
        assertThat(farEnd.trouble().orElseThrow()).contains("ended");
        farEnd.startService();
        assertThat(farEnd.trouble()).isEmpty();
        assertThat(PcscHost.readers()).contains(ChipFarEnd.READER);
    }

    /** The kernel ends a process that shall die with its parent when the thread that started it ends. */
    @Test
    void theServiceOutlivesTheThreadThatAskedForIt() throws Exception {
        farEnd.killService();
        Thread asking = new Thread(() -> {
            try {
                farEnd.startService();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        asking.start();
        asking.join();
        assertThat(PcscHost.readers()).contains(ChipFarEnd.READER);
        assertThat(farEnd.serviceRuns()).isTrue();
    }

    @Test
    void tellsOfEachCommand() throws Exception {
        farEnd.insert(CARD);
        int before = CHANGES.get();
        try (PcscHost host = connected()) {
            host.send(SELECT);
        }
        assertThat(CHANGES.get()).isGreaterThan(before);
    }

    @Test
    void aMuteCardKeepsACommandUntilItIsTaken() throws Exception {
        farEnd.insert(CARD);
        try (PcscHost host = connected()) {
            farEnd.set(ChipQuirk.CARD_MUTE, true);
            AtomicInteger ends = new AtomicInteger();
            Thread asking = new Thread(() -> {
                assertThatThrownBy(() -> host.send(SELECT)).isInstanceOf(Refused.class);
                ends.incrementAndGet();
            });
            asking.start();
            await().until(() -> farEnd.talk().silent());
            assertThat(ends).hasValue(0);
            farEnd.take();
            asking.join();
            assertThat(ends).hasValue(1);
        }
    }

    @Test
    void aYankedCardGoesInItsSeventhCommandEachTimeItIsPutIn() throws Exception {
        farEnd.set(ChipQuirk.YANKED, true);
        for (int i = 0; i < 2; i++) {
            assertThat(farEnd.insert(CARD)).isTrue();
            try (PcscHost host = connected()) {
                for (int command = 1; command < 7; command++) {
                    assertThat(host.send(SELECT)).isEqualTo("6113");
                }
                assertThatThrownBy(() -> host.send(SELECT)).isInstanceOf(Refused.class);
            }
            await().until(() -> farEnd.card().isEmpty());
            assertThat(farEnd.talk().commands()).isEqualTo(7);
            assertThat(farEnd.talk().answers()).isEqualTo(6);
        }
    }

    @Test
    void aWhimTakesTheSwitchesPlace() throws Exception {
        farEnd.set(ChipQuirk.CARD_MUTE, true);
        farEnd.insert(CARD, (number, command, answer) -> Reaction.status(0x6F00 + number));
        try (PcscHost host = connected()) {
            assertThat(host.send(SELECT)).isEqualTo("6f01");
            assertThat(host.send(SELECT)).isEqualTo("6f02");
        }
    }

    @Test
    void opensItsFolderToAGroup() throws IOException {
        String own = Files.getFileAttributeView(folder, PosixFileAttributeView.class)
                .readAttributes()
                .group()
                .getName();
        Path shared = folder.resolve("shared/pcscd");
        try (ChipFarEnd group = new ChipFarEnd(shared, Optional.of(own), () -> {})) {
            group.startService();
            for (Path each : List.of(shared, folder.resolve("shared"))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo("rwxr-x---");
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(group.socket())))
                    .isEqualTo("rw-rw-rw-");
        }
    }

    @Test
    void leavesNoProcessBehind() throws IOException {
        List<ProcessHandle> started;
        try (ChipFarEnd other = new ChipFarEnd(folder.resolve("other"), Optional.empty(), () -> {})) {
            other.plug();
            other.startService();
            started = ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info()
                            .commandLine()
                            .orElse("")
                            .contains(folder.resolve("other").toString()))
                    .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                    .toList();
            assertThat(started).hasSizeGreaterThan(1);
        }
        assertThat(started).noneMatch(ProcessHandle::isAlive);
        assertThat(folder.resolve("other/pcscd.comm")).doesNotExist();
    }

    @Test
    void saysWhichPackagesAreMissing() throws IOException {
        try (ChipFarEnd bare = new ChipFarEnd(
                folder.resolve("bare"), Optional.empty(), () -> {}, () -> List.of("pcscd", "vsmartcard-vpcd"))) {
            bare.plug();
            assertThatThrownBy(bare::startService)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("pcscd, vsmartcard-vpcd");
            assertThat(bare.missingPackages()).containsExactly("pcscd", "vsmartcard-vpcd");
            assertThat(bare.trouble().orElseThrow()).contains("pcscd, vsmartcard-vpcd");
            assertThat(bare.serviceRuns()).isFalse();
        }
        assertThat(farEnd.missingPackages()).isEmpty();
    }

    @Test
    void theLibraryIsLedToOnePlaceOnly() {
        PcscLibrary.leadTo(farEnd.socket());
        assertThatThrownBy(() -> PcscLibrary.leadTo(folder.resolve("elsewhere")))
                .isInstanceOf(IllegalStateException.class);
    }
}
