package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.base.Personal;
import org.yici.device.TravelDocument;
import org.yici.device.TravelDocumentOutcome.Read;
import org.yici.device.TravelDocumentProof;
import org.yici.device.TravelDocumentProof.NotVerified;
import org.yici.device.TravelDocumentProof.Verified;

class TravelDocumentLineTest {
    private static final TravelDocumentProof VERIFIED = new Verified("UT");
    private static final TravelDocumentProof NOT_VERIFIED =
            new NotVerified(TravelDocumentProof.Reason.OTHER_COUNTRY, "XX");

    private static Line line(
            String surname, String givenNames, Optional<String> fullName, TravelDocumentProof proof, boolean reveal) {
        TravelDocument document = new TravelDocument(
                "P",
                "UTO",
                "UT0000851",
                surname,
                givenNames,
                "UTO",
                LocalDate.of(1985, 1, 1),
                2,
                LocalDate.of(2031, 6, 30),
                fullName,
                fullName.map(name -> "ZE184226B"));
        return TravelDocumentLine.of(new Read(Personal.of(document), proof), new Reveal(reveal));
    }

    private static Line line(TravelDocumentProof proof, boolean reveal) {
        return line("DOE", "JANE EXAMPLE", Optional.of("DOE JANE EXAMPLE"), proof, reveal);
    }

    @Test
    void tellsEachFieldThatThePageNames() {
        TreeSet<String> told = new TreeSet<>(line(VERIFIED, true).fields().keySet());
        told.addAll(line(NOT_VERIFIED, true).fields().keySet());
        assertThat(told).containsExactlyInAnyOrderElementsOf(Ran.documented("travel-document"));
    }

    @Test
    void tellsAllAsItIsIfRevealed() {
        assertThat(line(VERIFIED, true).fields())
                .containsEntry("type", "P")
                .containsEntry("issuer", "UTO")
                .containsEntry("number", "UT0000851")
                .containsEntry("expires", "2031-06-30")
                .containsEntry("surname", "DOE")
                .containsEntry("givenNames", "JANE EXAMPLE")
                .containsEntry("nationality", "UTO")
                .containsEntry("birth", "1985-01-01")
                .containsEntry("sex", 2)
                .containsEntry("fullName", "DOE JANE EXAMPLE")
                .containsEntry("personalNumber", "ZE184226B");
    }

    @Test
    void masksWhatIsPersonal() {
        assertThat(line(VERIFIED, false).fields())
                .containsEntry("number", "*******51")
                .containsEntry("surname", "DOE")
                .containsEntry("givenNames", "J*** E******")
                .containsEntry("birth", "1985-**-**")
                .containsEntry("fullName", "D** J*** E******")
                .containsEntry("personalNumber", "*******6B");
    }

    @ParameterizedTest
    @CsvSource({"DOE, JANE, 杜 珍珍, 杜**珍", "SUKARNO, '', SUKARNO, S******", "'', JANE ANN, JANE ANN, J*** A**"})
    void tellsNobodyByTheOneNameTheyHave(String surname, String givenNames, String fullName, String masked) {
        Line line = line(surname, givenNames, Optional.of(fullName), VERIFIED, false);
        assertThat(line.fields()).containsEntry("fullName", masked);
        if (!surname.equals("DOE")) {
            assertThat(line.fields().values()).doesNotContain(surname.isEmpty() ? givenNames : surname);
        }
    }

    @Test
    void leavesOutWhatTheDocumentDoesNotTell() {
        assertThat(line("DOE", "JANE", Optional.empty(), VERIFIED, true).fields())
                .doesNotContainKeys("fullName", "personalNumber");
    }

    @Test
    void tellsWhichCountrySigned() {
        assertThat(line(VERIFIED, false).fields())
                .containsEntry("proof", "verified")
                .containsEntry("country", "UT")
                .doesNotContainKeys("reason", "detail");
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhyItIsNotVerifiedAsThePageSays(TravelDocumentProof.Reason reason) {
        assertThat(line(new NotVerified(reason, "DG1"), false).fields())
                .containsEntry("proof", "not-verified")
                .containsEntry("reason", Line.word(reason))
                .containsEntry("detail", "DG1")
                .doesNotContainKey("country");
        assertThat(Ran.row("travel-document")).contains(Line.word(reason));
    }
}
