package org.yici.bench.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DialectTest {
    private static final Golden.Conversation SSI_LOOK =
            Golden.conversation(ScannerProtocol.ZEBRA_SSI, "look for codes");
    private static final byte[] SSI_PACKETS = Golden.conversation(
                    ScannerProtocol.ZEBRA_SSI, "packets instead of bare text, not saved")
            .request();
    private static final byte[] SSI_ACKNOWLEDGE =
            Golden.conversation(ScannerProtocol.ZEBRA_SSI, "acknowledge").request();
    private static final byte[] RESEND = SsiPacket.of(0xD1, 0, (byte) 1);

    private final AtomicLong nanos = new AtomicLong();
    private final CodeScanner scanner = new CodeScanner(nanos::get);

    @BeforeEach
    void power() {
        scanner.powerOn(false);
    }

    static Stream<Golden.Conversation> answeredCommands() {
        return Stream.of(ScannerProtocol.NEWLAND, ScannerProtocol.ZEBRA_SSI)
                .flatMap(protocol -> Golden.conversations(protocol).stream())
                .filter(conversation -> !conversation.sent().isEmpty()
                        && !conversation.answered().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("answeredCommands")
    void answersAsTheGoldenFileInEveryChunkSize(Golden.Conversation conversation) {
        scanner.set(ScannerQuirk.REFUSES, conversation.title().endsWith("refused"));
        for (int size = 1; size <= conversation.request().length; size++) {
            Dialect dialect = conversation.protocol() == ScannerProtocol.NEWLAND ? new NewlandDialect(scanner) : ssi();
            assertThat(inChunks(dialect, conversation.request(), size))
                    .as("in chunks of " + size)
                    .isEqualTo(conversation.answer());
        }
    }

    private static byte[] inChunks(Dialect dialect, byte[] bytes, int size) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int from = 0; from < bytes.length; from += size) {
            answer.writeBytes(dialect.accept(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size))));
        }
        return answer.toByteArray();
    }

    @Test
    void newlandFindsACommandAfterNoiseAndAfterHalfAnother() {
        Golden.Conversation look = Golden.conversation(ScannerProtocol.NEWLAND, "look for codes");
        Dialect dialect = new NewlandDialect(scanner);
        assertThat(dialect.accept(new byte[] {0, 3, '~', 1, '0'})).isEmpty();
        assertThat(dialect.accept(look.request())).isEqualTo(look.answer());
        assertThat(dialect.accept(new byte[1_000])).isEmpty();
        assertThat(dialect.accept(look.request())).isEqualTo(look.answer());
    }

    @Test
    void newlandLeavesAFrameOfAnotherFormWithoutAnAnswer() {
        assertThat(new NewlandDialect(scanner).accept(new byte[] {'~', 1, '0', '0', '#', 'A', ';', 3}))
                .isEmpty();
    }

    @Test
    void honeywellFindsACommandInChunksAndAfterNoise() {
        Dialect dialect = new HoneywellDialect(scanner);
        inChunks(dialect, new byte[] {0x16, 0x16, 0x54, 0x0D}, 1);
        assertThat(scanner.isLooking()).isTrue();
        scanner.set(ScannerQuirk.REFUSES, true);
        dialect.accept(new byte[] {0x16, 0x55, 0x0D});
        assertThat(scanner.isLooking()).isTrue();
    }

    @Test
    void ssiAsksForEveryDamagedPacketAgainAndDoesNotCarryItOut() {
        byte[] right = SSI_LOOK.request();
        for (int at = 1; at < right.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = right.clone();
                damaged[at] ^= (byte) (1 << bit);
                assertThat(ssi().accept(damaged))
                        .as("bit " + bit + " of byte " + at)
                        .isEqualTo(RESEND);
                assertThat(scanner.isLooking()).isFalse();
            }
        }
    }

    @Test
    void ssiWakesUpOnZerosAndForgetsHalfAPacket() {
        Dialect dialect = ssi();
        assertThat(dialect.accept(new byte[] {0, 0})).isEmpty();
        assertThat(dialect.accept(new byte[] {(byte) 0xFF, 1})).isEmpty();
        dialect.forget();
        assertThat(dialect.accept(SSI_LOOK.request())).isEqualTo(SSI_LOOK.answer());
    }

    @Test
    void ssiRefusesCommandsThatItDoesNotKnow() {
        byte[] flush = {4, (byte) 0xD2, 4, 0, (byte) 0xFF, 0x26};
        assertThat(ssi().accept(flush)).isEqualTo(SsiPacket.of(0xD1, 0, (byte) 2));
    }

    @Test
    void ssiTriesThreeTimesAndCountsTheTimeFromTheLastByte() {
        Dialect dialect = ssi();
        dialect.accept(SSI_PACKETS);
        byte[] first = dialect.tell(new HeldCode(new byte[] {'A'}));
        assertThat(first[3]).isZero();
        pass(Duration.ofSeconds(2));
        dialect.sent();
        assertThat(dialect.due()).isEmpty();
        for (int again = 0; again < 2; again++) {
            pass(Duration.ofSeconds(2));
            assertThat(dialect.due()[3]).isEqualTo((byte) 1);
            dialect.sent();
        }
        pass(Duration.ofSeconds(2));
        assertThat(dialect.due()).isEmpty();
        assertThat(dialect.isTelling()).isFalse();
        assertThat(dialect.accept(SSI_ACKNOWLEDGE)).isEmpty();
    }

    @Test
    void ssiMarksEveryPacketButTheLast() {
        Dialect dialect = ssi();
        dialect.accept(SSI_PACKETS);
        byte[] packet = dialect.tell(new HeldCode(new byte[249 * 2]));
        assertThat(packet).hasSize(255).startsWith(253, 0xF3, 0, 2, 0x1C);
        packet = dialect.accept(SSI_ACKNOWLEDGE);
        assertThat(packet).hasSize(255).startsWith(253, 0xF3, 0, 2, 0);
        packet = dialect.accept(SSI_ACKNOWLEDGE);
        assertThat(packet).hasSize(7).startsWith(5, 0xF3, 0, 0, 0);
        assertThat(dialect.accept(SSI_ACKNOWLEDGE)).isEmpty();
        assertThat(dialect.isTelling()).isFalse();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Dialect ssi() {
        return new SsiDialect(scanner, nanos::get);
    }
}
