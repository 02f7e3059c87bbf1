package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.devices.Ran.run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.bench.people.People;
import tools.jackson.databind.JsonNode;

/** Cards on a reader of the bench, as scripts see them. */
class ReadIdCardTest extends AtTheBench {
    @Test
    void readsWhateverCardLiesThereAndMasksIt() {
        bench.lay("lin-zhixia");
        Ran ran = run("read-id-card", "--port", bench.port());
        assertThat(ran.exit()).isZero();
        JsonNode card = ran.last();
        assertThat(card.path("kind").asString()).isEqualTo("citizen");
        assertThat(card.path("name").asString()).isEqualTo("林*夏");
        assertThat(card.path("number").asString()).isEqualTo("0001**********0029");
        assertThat(card.path("birth").asString()).isEqualTo("1988-**-**");
        assertThat(card.path("address").asString()).startsWith("示范省*").doesNotContain("桂花街");
        assertThat(card.path("newestAddress").asString()).isEqualTo("示范省*****");
        assertThat(card.path("fingerprints").asInt()).isEqualTo(2);
        assertThat(card.path("validTo").asString()).isEqualTo("2039-11-05");
        assertThat(card.path("safeModule").asString()).isEqualTo("05.03-20260101-000000001-000000002");
        assertThat(ran.words()).doesNotContain("林知夏", "桂花街");
    }

    @Test
    void revealsWithAWarning() {
        bench.lay("lin-zhixia");
        Ran ran = run("read-id-card", "--port", bench.port(), "--reveal");
        assertThat(ran.last().path("name").asString()).isEqualTo("林知夏");
        assertThat(ran.last().path("birth").asString()).isEqualTo("1988-02-29");
        assertThat(ran.words()).contains(Ran.WARNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ouyang-letian", "du-zhen", "du-yuehan", "ji-da"})
    void readsEveryKindOfCardAndMasksIt(String person) {
        bench.lay(person);
        Ran ran = run("read-id-card", "--port", bench.port());
        assertThat(ran.exit()).isZero();
        String name = People.builtIn().find(person).orElseThrow().name();
        String number = People.builtIn().find(person).orElseThrow().number();
        assertThat(ran.last().toString()).doesNotContain(name, number, "JANE", "JOHANNES");
    }

    @Test
    void saysWhyACardIsRefused() {
        bench.lay("jia-haoma");
        Ran ran = run("read-id-card", "--port", bench.port());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.last().path("what").asString()).isEqualTo("refused");
        assertThat(ran.last().path("reason").asString()).isEqualTo("not-trusted");
        assertThat(ran.last().path("nativeCode").asString()).isEqualTo("number");
    }

    @Test
    void saysThatNoCardCame() {
        Ran ran = run("read-id-card", "--port", bench.port(), "--timeout", "1");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.kinds()).endsWith("timeout");
    }
}
