package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.devices.ChipBench.person;
import static org.yici.devices.Ran.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.yici.bench.chip.ChipQuirk;
import org.yici.bench.travel.Ministry;
import tools.jackson.databind.JsonNode;

/** Travel documents in a reader of the bench, behind a real smart-card service, as scripts see them. */
class ReadTravelDocumentTest {
    private static final Ministry UTOPIA = new Ministry("UT", "SHA256withECDSA");

    @AutoClose
    @RegisterExtension
    static final ChipBench BENCH = ChipBench.forAll();

    private static String[] call(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("read-chip-card", "--number", "ut0000851", "--birth", "850101", "--expiry", "310630"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static void insertPassport() throws IOException {
        BENCH.insert(UTOPIA.passport(person("du-zhen")));
    }

    @Test
    void saysWhatATravelDocumentNeeds() throws IOException {
        insertPassport();
        Ran ran = run("read-chip-card");
        ran.assertRefused("key-needed", "");
        assertThat(ran.words()).contains("--number", "--birth", "--expiry");
    }

    @Test
    void readsATravelDocumentMasksItAndSaysThatNobodyVerifiedIt() throws IOException {
        insertPassport();
        Ran ran = run(call());
        ran.assertDone("travel-document");
        JsonNode document = ran.last();
        assertThat(document.path("type").asString()).isEqualTo("P");
        assertThat(document.path("issuer").asString()).isEqualTo("UTO");
        assertThat(document.path("number").asString()).isEqualTo("*******51");
        assertThat(document.path("expires").asString()).isEqualTo("2031-06-30");
        assertThat(document.path("surname").asString()).isEqualTo("DOE");
        assertThat(document.path("givenNames").asString()).isEqualTo("J*** E******");
        assertThat(document.path("nationality").asString()).isEqualTo("UTO");
        assertThat(document.path("birth").asString()).isEqualTo("1985-**-**");
        assertThat(document.path("sex").asInt()).isEqualTo(2);
        assertThat(document.path("fullName").asString()).isEqualTo("D** J*** E******");
        assertThat(document.path("proof").asString()).isEqualTo("not-verified");
        assertThat(document.path("reason").asString()).isEqualTo("no-countries");
        assertThat(ran.words()).contains("--countries").doesNotContain("JANE", "851", "Personal data");
    }

    @Test
    void tellsWhichCountrySignedATravelDocumentAndRevealsIt(@TempDir Path countries) throws IOException {
        UTOPIA.publish(countries);
        insertPassport();
        Ran ran = run(call("--reveal", "--countries", countries.toString()));
        ran.assertDone("travel-document");
        assertThat(ran.last().path("proof").asString()).isEqualTo("verified");
        assertThat(ran.last().path("country").asString()).isEqualTo("UT");
        assertThat(ran.last().path("number").asString()).isEqualTo("UT0000851");
        assertThat(ran.last().path("givenNames").asString()).isEqualTo("JANE EXAMPLE");
        assertThat(ran.last().path("birth").asString()).isEqualTo("1985-01-01");
        assertThat(ran.words()).contains("signed by UT");
        assertThat(ran.words()).contains(Ran.WARNING);
    }

    @Test
    void tellsThatAnotherCountryIsTrusted(@TempDir Path countries) throws IOException {
        new Ministry("XX", "SHA256withECDSA").publish(countries);
        insertPassport();
        Ran ran = run(call("--countries", countries.toString()));
        ran.assertDone("travel-document");
        assertThat(ran.last().path("proof").asString()).isEqualTo("not-verified");
        assertThat(ran.last().path("reason").asString()).isEqualTo("unknown-signer");
        assertThat(ran.last().path("detail").asString()).isEqualTo("UT");
    }

    @Test
    void saysThatAKeyIsWrong() throws IOException {
        insertPassport();
        Ran ran = run("read-chip-card", "--number", "UT0000852", "--birth", "850101", "--expiry", "310630");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.last().path("reason").asString()).isEqualTo("wrong-key");
        assertThat(ran.words()).contains("did not open").doesNotContain("UT0000852");
    }

    @Test
    void saysThatATravelDocumentCouldNotBeRead() throws IOException {
        BENCH.farEnd().set(ChipQuirk.FILE_TOO_LONG, true);
        insertPassport();
        Ran ran = run(call());
        ran.assertRefused("unreadable", "DG1 ends at 93");
        assertThat(ran.words()).contains("lay it again");
    }

    @Test
    void readsACardThatNeedsNoKeyAlsoWithOne() throws IOException {
        BENCH.insert("lin-zhixia");
        run(call()).assertDone("social-security-card");
    }
}
