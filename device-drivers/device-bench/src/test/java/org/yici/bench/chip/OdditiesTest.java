package org.yici.bench.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each switch makes of eight answers in a row. */
class OdditiesTest {
    private static final byte[] RIGHT = {0x42, (byte) 0x90, 0x00};

    private final Set<ChipQuirk> on = EnumSet.noneOf(ChipQuirk.class);

    private List<String> eight() {
        Oddities oddities = new Oddities(on::contains);
        return IntStream.rangeClosed(1, 8)
                .mapToObj(number -> word(oddities.instead(number, new byte[5], RIGHT)))
                .toList();
    }

    private static String word(Reaction reaction) {
        return reaction instanceof Reaction.Answer answer
                ? HexFormat.of().formatHex(answer.bytes())
                : reaction.getClass().getSimpleName();
    }

    @Test
    void answersAsItShould() {
        assertThat(eight()).containsOnly("429000");
        on.add(ChipQuirk.GUARDS_HOLDER);
        assertThat(eight()).containsOnly("429000");
    }

    @Test
    void aMuteCardNeverAnswers() {
        on.add(ChipQuirk.CARD_MUTE);
        assertThat(eight()).containsOnly("Silence");
    }

    @Test
    void successAndNothingElseFromTheFourthOn() {
        on.add(ChipQuirk.EMPTY_SUCCESS);
        assertThat(eight()).isEqualTo(List.of("429000", "429000", "429000", "9000", "9000", "9000", "9000", "9000"));
    }

    @Test
    void isPulledInTheSeventh() {
        on.add(ChipQuirk.YANKED);
        assertThat(eight().subList(0, 7))
                .isEqualTo(List.of("429000", "429000", "429000", "429000", "429000", "429000", "Gone"));
    }

    @Test
    void oneWrongStatusToTheThird() {
        on.add(ChipQuirk.WRONG_STATUS);
        assertThat(eight())
                .isEqualTo(List.of("429000", "429000", "6f00", "429000", "429000", "429000", "429000", "429000"));
    }

    @Test
    void oneWrongStatusToALaterOneWhenItIsSwitchedOnLater() {
        Oddities oddities = new Oddities(on::contains);
        assertThat(word(oddities.instead(5, new byte[5], RIGHT))).isEqualTo("429000");
        on.add(ChipQuirk.WRONG_STATUS);
        assertThat(word(oddities.instead(6, new byte[5], RIGHT))).isEqualTo("6f00");
        assertThat(word(oddities.instead(7, new byte[5], RIGHT))).isEqualTo("429000");
    }

    @Test
    void aSlowCardAnswersRightly() {
        on.add(ChipQuirk.SLOW);
        assertThat(word(new Oddities(on::contains).instead(1, new byte[5], RIGHT)))
                .isEqualTo("429000");
    }
}
