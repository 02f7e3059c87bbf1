package org.yici.driver.sdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
        "READ_BASE, 'read base, citizen'"
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
            if (other != command) {
                assertThat(command.isAnsweredBy(goodAnswer(other)))
                        .as("%s answered by %s", command, other)
                        .isFalse();
            }
        }
    }

    private static SdtAnswer goodAnswer(SdtCommand command) {
        return switch (command) {
            case SAM_STATUS -> answer("SAM status");
            case SAM_ID -> answer("SAM id");
            case FIND -> answer("find: card");
            case SELECT -> answer("select: ok");
            case READ_BASE -> answer("read base, citizen");
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
