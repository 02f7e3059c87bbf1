package org.yici.bench.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.yici.bench.people.People;
import org.yici.bench.people.Person;

class PassportPageTest {
    private static Person person(String id) {
        return People.builtIn().find(id).orElseThrow();
    }

    /** As it is printed in 9303-4, appendix B. */
    @Test
    void writesTheZoneOfIcaosSpecimen() {
        assertThat(PassportPage.SPECIMEN.zone())
                .isEqualTo("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
                        + "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
        assertThat(PassportPage.SPECIMEN.key()).isEqualTo("L898902C36" + "7408122" + "1204159");
    }

    @Test
    void writesTheZoneOfAPerson() {
        assertThat(PassportPage.of(person("du-zhen")).zone())
                .isEqualTo("P<UTODOE<<JANE<EXAMPLE<<<<<<<<<<<<<<<<<<<<<<"
                        + "UT00008519UTO8501019F3106305<<<<<<<<<<<<<<<0");
    }

    @Test
    void endsALongNameWhereTheLineEndsAndWritesItWholeOnTheChip() {
        PassportPage page = PassportPage.of(person("du-yuehan"));
        assertThat(page.zone().substring(0, 44)).isEqualTo("P<UTODOE<<JOHANNES<MAXIMILIAN<ALEXANDER<LONG");
        assertThat(page.fullName()).isEqualTo("DOE<<JOHANNES<MAXIMILIAN<ALEXANDER<LONGNAME");
    }

    @Test
    void isOfWhoeverHoldsAPassport() {
        assertThatThrownBy(() -> PassportPage.of(person("lin-zhixia")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lin-zhixia");
    }

    @Test
    void writesLongAndShortObjects() {
        HexFormat hex = HexFormat.of();
        assertThat(hex.formatHex(DataObject.of(0x61, new byte[] {1}))).isEqualTo("610101");
        assertThat(hex.formatHex(DataObject.of(0x5F1F, new byte[] {1}, new byte[] {2})))
                .isEqualTo("5f1f020102");
        assertThat(hex.formatHex(DataObject.of(0x61, new byte[0x80]))).startsWith("61818000");
        assertThat(hex.formatHex(DataObject.of(0x61, new byte[0x123]))).startsWith("6182012300");
    }
}
