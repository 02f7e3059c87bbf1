package org.yici.driver.chip.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.driver.chip.CardRefusal;

class CardFieldsTest {
    private static final int TAG = 0x09;

    private static CardFields holding(String name) {
        return new CardFields(Map.of(TAG, name.getBytes(Charset.forName("GB18030"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"社会\u200B样本", "社会\uFFFF样本", "社会\n样本", "社会\u202E样本"})
    void aNameWithSomethingThatNobodySeesIsNoName(String name) {
        assertThatThrownBy(() -> holding(name).text("name", TAG)).isInstanceOf(CardRefusal.class);
    }

    @Test
    void rareLettersArePartOfAName() throws CardRefusal {
        assertThat(holding("社会\uD842\uDFB7㛃　").text("name", TAG)).isEqualTo("社会\uD842\uDFB7㛃");
    }
}
