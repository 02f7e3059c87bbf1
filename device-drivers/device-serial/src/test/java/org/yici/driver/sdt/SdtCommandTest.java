package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SdtCommandTest {
    private static SdtAnswer answer(String title) {
        byte[] frame = Golden.answer(title);
        return new FrameParser().feed(frame, frame.length).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "SAM_STATUS, SAM status",
        "SAM_ID, SAM id",
        "FIND, find: card",
        "SELECT, select: ok",
        "READ_BASE, 'read base, citizen'",
        "RESET, reset SAM",
        "READ_FINGERPRINTS, 'read with fingerprint, citizen, fingerprint length 0'",
        "READ_FINGERPRINTS, 'read with fingerprint, citizen, fingerprint length 512'",
        "READ_FINGERPRINTS, 'read with fingerprint, citizen, fingerprint length 1024'",
        "NEWEST_ADDRESS, 'newest address 示范省'"
    })
    void asksInTheGoldenBytesAndKnowsItsAnswer(SdtCommand command, String title) {
        assertThat(command.frame()).isEqualTo(Golden.get(title).request());
        assertThat(command.isAnsweredBy(answer(title))).isTrue();
        assertThat(command.succeededBy(answer(title))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void takesNoAnswerOfAnotherCommandForItsOwn(SdtCommand command) {
        for (SdtCommand other : SdtCommand.values()) {
            if (!goodAnswer(other).equals(goodAnswer(command))) {
                assertThat(command.isAnsweredBy(answer(goodAnswer(other))))
                        .as("%s answered by %s", command, other)
                        .isFalse();
            }
        }
    }

    /** Those without data are alike: nothing tells them apart but what was asked. */
    private static String goodAnswer(SdtCommand command) {
        return switch (command) {
            case RESET, SAM_STATUS, BAUD_115200, BAUD_57600, BAUD_38400, BAUD_19200, BAUD_9600 -> "SAM status";
            case SAM_ID -> "SAM id";
            case FIND -> "find: card";
            case SELECT -> "select: ok";
            case READ_BASE -> "read base, citizen";
            case READ_FINGERPRINTS -> "read with fingerprint, citizen, fingerprint length 512";
            case NEWEST_ADDRESS -> "newest address 示范省";
        };
    }

    @Test
    void takesRefusalsOfItsOwnStageOnly() {
        assertThat(SdtCommand.FIND.isAnsweredBy(answer("find: none"))).isTrue();
        assertThat(SdtCommand.SELECT.isAnsweredBy(answer("select: failed"))).isTrue();
        assertThat(SdtCommand.READ_BASE.isAnsweredBy(answer("read: failed"))).isTrue();
        assertThat(SdtCommand.SAM_STATUS.isAnsweredBy(answer("SAM self-test failed")))
                .isTrue();
        assertThat(SdtCommand.SAM_STATUS.isAnsweredBy(answer("find: none"))).isFalse();
        assertThat(SdtCommand.FIND.isAnsweredBy(answer("select: failed"))).isFalse();
        assertThat(SdtCommand.SELECT.isAnsweredBy(answer("read: failed"))).isFalse();
        assertThat(SdtCommand.NEWEST_ADDRESS.isAnsweredBy(answer("newest address: none")))
                .isTrue();
        assertThat(SdtCommand.READ_BASE.succeededBy(answer("newest address: none")))
                .isFalse();
        assertThat(SdtCommand.FIND.isAnsweredBy(answer("newest address: none"))).isFalse();
    }

    @Test
    void namesEveryStatusByteOfTheProtocol() {
        assertThat(SdtStatus.words(0x41)).isEqualTo("41 read-failed");
        assertThat(SdtStatus.words(0x5A)).isEqualTo("5A");
        assertThat(Arrays.stream(SdtStatus.values()).map(SdtStatus::code))
                .containsExactlyInAnyOrder(
                        0x90, 0x9F, 0x10, 0x11, 0x21, 0x23, 0x24, 0x31, 0x32, 0x33, 0x40, 0x41, 0x47, 0x60, 0x66, 0x80,
                        0x81, 0x91);
    }

    /** 60 00 to 60 04 set 115200 to 9600; made by the frame's rule, for no golden bytes of them exist. */
    @ParameterizedTest
    @CsvSource({"115200, 0", "57600, 1", "38400, 2", "19200, 3", "9600, 4"})
    void setsARateInTheOrderOfTheTable(int baud, int parameter) {
        byte[] frame = SdtCommand.toSpeak(baud).orElseThrow().frame();
        assertThat(frame).containsExactly(0xAA, 0xAA, 0xAA, 0x96, 0x69, 0, 3, 0x60, parameter, 0x03 ^ 0x60 ^ parameter);
        assertThat(SdtCommand.toSpeak(230_400)).isEmpty();
    }

    @Test
    void waitsLongerOnASlowerLine() {
        Duration fast = SdtCommand.READ_BASE.timeout(115_200);
        Duration slow = SdtCommand.READ_BASE.timeout(9_600);
        assertThat(fast).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        // 2321 bytes alone take 2.4 s at 9600 baud.
        assertThat(slow).isGreaterThan(fast.plusSeconds(3));
    }
}
