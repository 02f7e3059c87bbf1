package org.yici.driver.sdt;

import java.time.Duration;

/**
 * What the host asks the reader: {@code AA AA AA 96 69 | length (2) | command, parameter | xor}. The protocol has no sequence numbers,
 * so that an answer is taken for this command's own only if its form fits.
 */
enum SdtCommand {
    /** State of the reader's security module. Answered from memory. */
    SAM_STATUS(0x11, 0xFF, SdtStatus.OK, 0, Duration.ofMillis(700)),
    /** Number of the reader's security module. */
    SAM_ID(0x12, 0xFF, SdtStatus.OK, 16, Duration.ofMillis(700)),
    /** Whether a card is in the field that was not read since it was laid. Readers take 20 to 300 ms for it. */
    FIND(0x20, 0x01, SdtStatus.CARD_FOUND, 4, Duration.ofMillis(1500)),
    SELECT(0x20, 0x02, SdtStatus.OK, 8, Duration.ofMillis(1500)),
    /** Text and photo: 1 to 1.5 s in the reader, and one second for slow ones. */
    READ_BASE(0x30, 0x01, SdtStatus.OK, 2 + 2 + 256 + 1024, Duration.ofMillis(2500));

    /** A stale answer of any length may have to pass before ours: the longest is base data with two fingerprints. */
    private static final int LONGEST_ANSWER = 2321;

    private static final int BITS_PER_BYTE_ON_THE_WIRE = 10;

    private final byte command;
    private final byte parameter;
    private final int goodStatus;
    private final int dataLength;
    private final Duration thinking;

    SdtCommand(int command, int parameter, int goodStatus, int dataLength, Duration thinking) {
        this.command = (byte) command;
        this.parameter = (byte) parameter;
        this.goodStatus = goodStatus;
        this.dataLength = dataLength;
        this.thinking = thinking;
    }

    byte[] frame() {
        byte xor = (byte) (3 ^ command ^ parameter);
        return new byte[] {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69, 0, 3, command, parameter, xor};
    }

    /** How long to wait for the answer: what the reader needs, and twice the wire's time at {@code baud}. */
    Duration timeout(int baud) {
        return thinking.plusMillis(2L * 1000 * BITS_PER_BYTE_ON_THE_WIRE * LONGEST_ANSWER / baud);
    }

    /** Whether {@code answer} says that this command succeeded. */
    boolean succeededBy(SdtAnswer answer) {
        return answer.status() == goodStatus && answer.data().length == dataLength;
    }

    /** Whether {@code answer} can be the answer to this command at all; others are late answers to earlier ones. */
    boolean isAnsweredBy(SdtAnswer answer) {
        if (answer.data().length > 0 || answer.status() == SdtStatus.OK || answer.status() == SdtStatus.CARD_FOUND) {
            return succeededBy(answer);
        }
        return switch (answer.status()) {
            case SdtStatus.FIND_FAILED -> ordinal() >= FIND.ordinal();
            case SdtStatus.SELECT_FAILED -> ordinal() >= SELECT.ordinal();
            case SdtStatus.READ_FAILED -> this == READ_BASE;
            default -> true;
        };
    }
}
