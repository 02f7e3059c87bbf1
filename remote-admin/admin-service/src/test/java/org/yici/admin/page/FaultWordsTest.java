package org.yici.admin.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yici.contract.message.DeviceVocabulary;

class FaultWordsTest {
    /** The agent passes on no other; what it says of its store is its own. */
    @Test
    void everyFaultThatIsTranslatedIsInTheVocabulary() {
        assertThat(FaultWords.BY_NAME.keySet().stream().filter(name -> !name.startsWith("store-")))
                .isNotEmpty()
                .allMatch(DeviceVocabulary::isFault);
    }
}
