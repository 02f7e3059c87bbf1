package org.yici.driver.sdt;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What the host asks the reader: {@code AA AA AA 96 69 | length (2) | command, parameter | xor}. The protocol has no sequence numbers,
 * so that an answer is taken for this command's own only if its form fits.
 */
enum SdtCommand {
    /** The reader's security module begins anew; a card that lies there is found again. Its self-test takes up to a second. */
    RESET(0x10, 0xFF, Stage.MODULE, SdtStatus.OK, Set.of(0), Duration.ofMillis(1500)),
    /** State of the reader's security module. Answered from memory. */
    SAM_STATUS(0x11, 0xFF, Stage.MODULE, SdtStatus.OK, Set.of(0), Duration.ofMillis(700)),
    /** Number of the reader's security module. */
    SAM_ID(0x12, 0xFF, Stage.MODULE, SdtStatus.OK, Set.of(16), Duration.ofMillis(700)),
    /** Whether a card is in the field that was not read since it was laid. Readers take 20 to 300 ms for it. */
    FIND(0x20, 0x01, Stage.FIND, SdtStatus.CARD_FOUND, Set.of(4), Duration.ofMillis(1500)),
    SELECT(0x20, 0x02, Stage.SELECT, SdtStatus.OK, Set.of(8), Duration.ofMillis(1500)),
    /** Text and portrait: 1 to 1.5 s in the reader, and one second for slow ones. */
    READ_BASE(0x30, 0x01, Stage.READ, SdtStatus.OK, Set.of(1284), Duration.ofMillis(2500)),
    /** The same and the fingerprints: none, one or two of 512 bytes. */
    READ_FINGERPRINTS(0x30, 0x10, Stage.READ, SdtStatus.OK, Set.of(1286, 1798, 2310), Duration.ofMillis(3000)),
    /** An address that was written after the card was printed, from the card that was read last. */
    NEWEST_ADDRESS(0x30, 0x03, Stage.READ, SdtStatus.OK, Set.of(70), Duration.ofMillis(1500)),
    /** The reader answers at the old rate and speaks the new one from then on. */
    BAUD_115200(0x60, 0x00, Stage.MODULE, SdtStatus.OK, Set.of(0), Duration.ofMillis(700)),
    BAUD_57600(0x60, 0x01, Stage.MODULE, SdtStatus.OK, Set.of(0), Duration.ofMillis(700)),
    BAUD_38400(0x60, 0x02, Stage.MODULE, SdtStatus.OK, Set.of(0), Duration.ofMillis(700)),
    BAUD_19200(0x60, 0x03, Stage.MODULE, SdtStatus.OK, Set.of(0), Duration.ofMillis(700)),
    BAUD_9600(0x60, 0x04, Stage.MODULE, SdtStatus.OK, Set.of(0), Duration.ofMillis(700));

    /** How far into reading a card; a refusal of a later stage is no answer to a command of an earlier one. */
    private enum Stage {
        MODULE,
        FIND,
        SELECT,
        READ
    }

    /** A stale answer of any length may have to pass before ours: the longest is base data with two fingerprints. */
    private static final int LONGEST_ANSWER = 2321;

    /** Question and answer without data. */
    private static final int SHORT_ANSWER = 21;

    private static final Duration QUICK = Duration.ofMillis(200);

    private static final int BITS_PER_BYTE_ON_THE_WIRE = 10;

    private final byte command;
    private final byte parameter;
    private final Stage stage;
    private final SdtStatus goodStatus;
    private final Set<Integer> dataLengths;
    private final Duration thinking;

    SdtCommand(
            int command,
            int parameter,
            Stage stage,
            SdtStatus goodStatus,
            Set<Integer> dataLengths,
            Duration thinking) {
        this.command = (byte) command;
        this.parameter = (byte) parameter;
        this.stage = stage;
        this.goodStatus = goodStatus;
        this.dataLengths = dataLengths;
        this.thinking = thinking;
    }

    /** The command that sets this rate; empty if the protocol has none for it. */
    static Optional<SdtCommand> toSpeak(int baud) {
        return switch (baud) {
            case 115_200 -> Optional.of(BAUD_115200);
            case 57_600 -> Optional.of(BAUD_57600);
            case 38_400 -> Optional.of(BAUD_38400);
            case 19_200 -> Optional.of(BAUD_19200);
            case 9_600 -> Optional.of(BAUD_9600);
            default -> Optional.empty();
        };
    }

    byte[] frame() {
        byte xor = (byte) (3 ^ command ^ parameter);
        return new byte[] {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69, 0, 3, command, parameter, xor};
    }

    /** Command and parameter in hexadecimal. */
    String words() {
        return "%02X %02X".formatted(command, parameter);
    }

    /** How long to wait for the answer: what the reader needs, and twice the wire's time at {@code baud}. */
    Duration timeout(int baud) {
        return thinking.plusMillis(2L * 1000 * BITS_PER_BYTE_ON_THE_WIRE * LONGEST_ANSWER / baud);
    }

    /** How long a reader that is there at all takes to answer at {@code baud}, with nothing else under way. */
    Duration shortTimeout(int baud) {
        return QUICK.plusMillis(2L * 1000 * BITS_PER_BYTE_ON_THE_WIRE * SHORT_ANSWER / baud);
    }

    /** Whether {@code answer} says that this command succeeded. */
    boolean succeededBy(SdtAnswer answer) {
        return answer.says(goodStatus) && dataLengths.contains(answer.data().length);
    }

    /** Whether {@code answer} can be the answer to this command at all; others are late answers to earlier ones. */
    boolean isAnsweredBy(SdtAnswer answer) {
        if (answer.data().length > 0 || answer.says(SdtStatus.OK) || answer.says(SdtStatus.CARD_FOUND)) {
            return succeededBy(answer);
        }
        return SdtStatus.of(answer.status())
                .map(refusal -> stageOf(refusal).compareTo(stage) <= 0)
                .orElse(true);
    }

    /** The first stage at which a reader may say so. */
    private static Stage stageOf(SdtStatus refusal) {
        return switch (refusal) {
            case FIND_FAILED -> Stage.FIND;
            case SELECT_FAILED -> Stage.SELECT;
            case READ_FAILED, ITEM_ABSENT -> Stage.READ;
            default -> Stage.MODULE;
        };
    }
}
