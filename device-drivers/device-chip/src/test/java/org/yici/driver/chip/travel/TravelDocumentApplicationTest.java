package org.yici.driver.chip.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.smartcardio.ResponseAPDU;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.bench.chip.CardProgram;
import org.yici.bench.travel.BacCard;
import org.yici.bench.travel.DataGroups;
import org.yici.bench.travel.DataObject;
import org.yici.bench.travel.Ministry;
import org.yici.bench.travel.PassportPage;
import org.yici.device.TravelDocument;
import org.yici.device.TravelDocumentKey;
import org.yici.device.TravelDocumentOutcome;
import org.yici.device.TravelDocumentOutcome.Read;
import org.yici.device.TravelDocumentOutcome.Reason;
import org.yici.device.TravelDocumentOutcome.Refused;
import org.yici.device.TravelDocumentProof;
import org.yici.device.TravelDocumentProof.NotVerified;
import org.yici.device.TravelDocumentProof.Verified;
import org.yici.driver.chip.CardLink;

class TravelDocumentApplicationTest {
    private static final TravelDocumentKey KEY =
            new TravelDocumentKey("L898902C3", LocalDate.of(1974, 8, 12), LocalDate.of(2012, 4, 15));
    private static final LocalDate LONG_AGO = LocalDate.of(2005, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2011, 7, 1);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate LONG_AHEAD = LocalDate.of(2099, 1, 1);

    private static final byte[] ZONE = PassportPage.SPECIMEN.zoneFile();
    private static final byte[] DETAILS = PassportPage.SPECIMEN.detailsFile();

    /** Keys take their time. */
    private static final Ministry UTOPIA = new Ministry("UT", "SHA256withECDSA");

    @TempDir
    Path folder;

    private int commands;

    private static BacCard document(Ministry ministry) {
        return ministry.document(PassportPage.SPECIMEN);
    }

    private static byte[] zoneWith(String from, String to) {
        return DataGroups.zone(PassportPage.SPECIMEN.zone().replace(from, to));
    }

    private static byte[] detailsWith(String birth) {
        return DataGroups.details("埃里克松<<安娜<玛丽亚", "ZE184226B", birth);
    }

    private static Stream<String> algorithms() {
        return Stream.of("SHA256withECDSA", "SHA256withRSA", "SHA256withRSAandMGF1");
    }

    private TravelDocumentOutcome read(CardProgram card, Countries countries) {
        return read(card, countries, KEY);
    }

    private TravelDocumentOutcome read(CardProgram card, Countries countries, TravelDocumentKey key) {
        CardLink link = command -> {
            commands++;
            return new ResponseAPDU(card.answer(command.getBytes()));
        };
        return new TravelDocumentApplication(countries).read(link, key, TODAY);
    }

    private TravelDocumentProof proof(CardProgram card, Countries countries) {
        return ((Read) read(card, countries)).proof();
    }

    private static NotVerified not(TravelDocumentProof.Reason reason, String detail) {
        return new NotVerified(reason, detail);
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void readsADocumentAndVerifiesIt(String algorithm) throws Exception {
        Ministry ministry = new Ministry("UT", algorithm);
        Read read = (Read) read(document(ministry), Trust.in(ministry, folder));
        assertThat(read.document().reveal())
                .isEqualTo(new TravelDocument(
                        "P",
                        "UTO",
                        "L898902C3",
                        "ERIKSSON",
                        "ANNA MARIA",
                        "UTO",
                        KEY.birth(),
                        2,
                        KEY.expires(),
                        Optional.of("埃里克松 安娜 玛丽亚"),
                        Optional.of("ZE184226B")));
        assertThat(read.proof()).isEqualTo(new Verified("UT"));
        assertThat(read.document().reveal()).hasToString("TravelDocument");
        assertThat(KEY).hasToString("TravelDocumentKey");
    }

    @Test
    void readsADocumentWithoutAdditionalDetails() throws Exception {
        BacCard card = document(UTOPIA).without(0x010B);
        Read read = (Read) read(card, Trust.in(UTOPIA, folder));
        assertThat(read.document().reveal().fullName()).isEmpty();
        assertThat(read.proof()).isEqualTo(new Verified("UT"));
    }

    @Test
    void takesTheCenturyOfBirthFromTheAdditionalDetails() throws Exception {
        TravelDocumentKey typed = new TravelDocumentKey("L898902C3", LocalDate.of(2074, 8, 12), KEY.expires());
        Read read = (Read) read(document(UTOPIA), Countries.NONE, typed);
        assertThat(read.document().reveal().birth()).isEqualTo(KEY.birth());
    }

    @ParameterizedTest
    @CsvSource({
        "200, 6700, true", "160, 6700, true", "160, 6700, false", "160, 6CA0, false", "160, 6CA0, true",
                "160, 6B00, false",
        "128, 6700, true", "100, 6F00, false", "96, 6282, false", "40, 6700, true", "32, 6700, false", "32, 6982, true",
    })
    void readsAChipThatGivesLittleAtATime(int most, String status, boolean ends) throws Exception {
        BacCard card = document(UTOPIA).givingAtMost(() -> most, Integer.parseInt(status, 16), ends);
        Read read = (Read) read(card, Trust.in(UTOPIA, folder));
        assertThat(read.proof()).isEqualTo(new Verified("UT"));
        assertThat(read.document().reveal().fullName()).contains("埃里克松 安娜 玛丽亚");
        assertThat(commands).as("ends").isLessThan(250);
    }

    @Test
    void endsWithAChipThatGivesNothing() throws Exception {
        for (boolean ends : new boolean[] {true, false}) {
            BacCard card = document(UTOPIA).givingAtMost(() -> 8, 0x6700, ends);
            assertThat(read(card, Trust.in(UTOPIA, folder)))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.UNREADABLE));
            assertThat(commands).isLessThan(80);
        }
    }

    static Stream<byte[]> oddDetails() {
        return Stream.of(
                new byte[] {0x6B, 0},
                new byte[] {0x6B, 5, 1, 2, 3, 4, 5},
                new byte[] {0x6A, 2, 1, 0},
                DataObject.of(0x6B, new byte[] {0x5F, (byte) 0x8E, 1, 1, 7}),
                DataObject.of(0x6B, DataObject.of(0x5F0E, new byte[] {(byte) 0xFF, (byte) 0xFE})),
                DataGroups.details("A\u0007B", "", "19740812"),
                DataGroups.details("", "\u0000", "197408"),
                detailsWith("00000000"),
                detailsWith("19740800"),
                detailsWith("<<<<<<<<"),
                detailsWith(""));
    }

    @ParameterizedTest
    @MethodSource("oddDetails")
    void passesOverAdditionalDetailsThatAreOdd(byte[] details) throws Exception {
        BacCard card = document(UTOPIA)
                .with(0x010B, details)
                .with(0x011D, UTOPIA.securityObject(Map.of(1, ZONE, 11, details)));
        Read read = (Read) read(card, Trust.in(UTOPIA, folder));
        assertThat(read.document().reveal().number()).isEqualTo("L898902C3");
        assertThat(read.document().reveal().birth()).isEqualTo(KEY.birth());
        assertThat(read.proof()).isEqualTo(new Verified("UT"));
    }

    /** A file whose header says more than there is, or says nothing: the rest of the document counts. */
    @Test
    void passesOverAdditionalDetailsThatCannotBeRead() throws Exception {
        for (byte[] details : List.of(Arrays.copyOf(DETAILS, 30), new byte[0], new byte[] {0x6B})) {
            Read read = (Read) read(document(UTOPIA).with(0x010B, details), Countries.NONE);
            assertThat(read.document().reveal().fullName()).isEmpty();
        }
    }

    @Test
    void saysThatNoCountryIsConfigured() throws Exception {
        assertThat(proof(document(UTOPIA), Countries.NONE)).isEqualTo(not(TravelDocumentProof.Reason.NO_COUNTRIES, ""));
    }

    @Test
    void saysThatADataGroupWasChanged() throws Exception {
        byte[] changed = DETAILS.clone();
        changed[changed.length - 20]++;
        assertThat(proof(document(UTOPIA).with(0x010B, changed), Trust.in(UTOPIA, folder)))
                .isEqualTo(not(TravelDocumentProof.Reason.CHANGED_DATA, "DG11"));
    }

    @Test
    void saysThatADataGroupWasNeverSigned() throws Exception {
        BacCard card = document(UTOPIA).with(0x011D, UTOPIA.securityObject(Map.of(1, ZONE, 2, new byte[9])));
        assertThat(proof(card, Trust.in(UTOPIA, folder)))
                .isEqualTo(not(TravelDocumentProof.Reason.CHANGED_DATA, "DG11"));
    }

    /** Whoever changes a data group can change its hash too, and not the signature. */
    @Test
    void saysThatTheSignatureIsWrong() throws Exception {
        byte[] changed = zoneWith("ANNA", "ANNE");
        byte[] forged = replaced(UTOPIA.securityObject(Map.of(1, ZONE, 11, DETAILS)), sha256(ZONE), sha256(changed));
        BacCard card = document(UTOPIA).with(0x0101, changed).with(0x011D, forged);
        assertThat(proof(card, Trust.in(UTOPIA, folder)))
                .isInstanceOfSatisfying(NotVerified.class, proof -> assertThat(proof.reason())
                        .isEqualTo(TravelDocumentProof.Reason.SIGNATURE));
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static byte[] replaced(byte[] bytes, byte[] from, byte[] to) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        String before = new String(from, StandardCharsets.ISO_8859_1);
        assertThat(all).contains(before);
        return all.replace(before, new String(to, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void saysThatAnotherSignedInTheCountrysName() throws Exception {
        Ministry impostor = new Ministry("UT", "SHA256withECDSA");
        assertThat(proof(document(impostor), Trust.in(UTOPIA, folder)))
                .isEqualTo(not(TravelDocumentProof.Reason.UNKNOWN_SIGNER, "UT"));
        Ministry otherKind = new Ministry("UT", "SHA256withRSA");
        assertThat(proof(document(otherKind), Trust.in(UTOPIA, folder)))
                .isEqualTo(not(TravelDocumentProof.Reason.UNKNOWN_SIGNER, "UT"));
    }

    @Test
    void trustsNoCertificateThatMayNotSignOthers() throws Exception {
        Files.write(folder.resolve("csca.cer"), UTOPIA.notAnAuthority().getEncoded());
        assertThat(proof(document(UTOPIA), Countries.of(folder)))
                .isEqualTo(not(TravelDocumentProof.Reason.UNKNOWN_SIGNER, "UT"));
    }

    @Test
    void saysThatTheSignerExpired() throws Exception {
        byte[] old = UTOPIA.securityObject(Map.of(1, ZONE, 11, DETAILS), LONG_AGO, YESTERDAY);
        assertThat(proof(document(UTOPIA).with(0x011D, old), Trust.in(UTOPIA, folder)))
                .isEqualTo(not(TravelDocumentProof.Reason.EXPIRED_SIGNER, "document signer"));
    }

    @Test
    void saysThatTheCountrysCertificateExpired() throws Exception {
        assertThat(proof(document(UTOPIA), Trust.in(UTOPIA, folder, LONG_AGO, YESTERDAY)))
                .isEqualTo(not(TravelDocumentProof.Reason.EXPIRED_SIGNER, "country"));
    }

    @Test
    void saysThatATrustedCountrySignedForAnother() throws Exception {
        Ministry germany = new Ministry("DE", "SHA256withECDSA");
        assertThat(proof(document(germany), Trust.in(germany, folder)))
                .isEqualTo(not(TravelDocumentProof.Reason.OTHER_COUNTRY, "DE"));
    }

    @Test
    void saysThatTheSecurityObjectIsMissingOrIsNone() throws Exception {
        assertThat(proof(document(UTOPIA).without(0x011D), Trust.in(UTOPIA, folder)))
                .isEqualTo(not(TravelDocumentProof.Reason.SECURITY_OBJECT, "missing"));
        byte[] none = DataObject.of(0x77, new byte[] {0x30, 0x03, 0x02, 0x01, 0x05});
        assertThat(proof(document(UTOPIA).with(0x011D, none), Trust.in(UTOPIA, folder)))
                .isInstanceOfSatisfying(NotVerified.class, proof -> assertThat(proof.reason())
                        .isEqualTo(TravelDocumentProof.Reason.SECURITY_OBJECT));
    }

    @Test
    void saysThatTheKeyIsOfAnotherDocument() throws Exception {
        TravelDocumentKey other = new TravelDocumentKey("L898902C4", KEY.birth(), KEY.expires());
        assertThat(read(document(UTOPIA), Countries.NONE, other))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.WRONG_KEY));
    }

    @Test
    void saysThatTheDocumentWantsAnotherWayOfAccess() throws Exception {
        assertThat(read(document(UTOPIA).refusingChallenges(0x6985), Countries.NONE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.UNSUPPORTED));
    }

    @Test
    void endsWhenAFileIsShorterThanItSays() throws Exception {
        byte[] cut = Arrays.copyOf(ZONE, 60);
        assertThat(read(document(UTOPIA).with(0x0101, cut), Countries.NONE))
                .isEqualTo(new Refused(Reason.UNREADABLE, "DG1 ends at 60"));
        assertThat(commands).isLessThan(30);
    }

    @Test
    void endsWhenTheChipForgetsItsSession() throws Exception {
        assertThat(read(document(UTOPIA).unsealed(), Trust.in(UTOPIA, folder)))
                .isEqualTo(new Refused(Reason.UNREADABLE, "SOD secure messaging"));
        assertThat(commands).isLessThan(10);
        assertThat(read(document(UTOPIA).unsealed(), Countries.NONE))
                .isEqualTo(new Refused(Reason.UNREADABLE, "DG1 secure messaging"));
    }

    @Test
    void asksForNoSignatureIfNobodyIsTrusted() throws Exception {
        read(document(UTOPIA), Trust.in(UTOPIA, folder));
        int withSignature = commands;
        assertThat(proof(document(UTOPIA), Countries.NONE))
                .isInstanceOfSatisfying(NotVerified.class, proof -> assertThat(proof.reason())
                        .isEqualTo(TravelDocumentProof.Reason.NO_COUNTRIES));
        assertThat(commands - withSignature).isLessThan(withSignature);
    }

    @Test
    void refusesDataOfAnotherDocumentThanThePrintedOne() throws Exception {
        assertThat(read(document(UTOPIA).with(0x0101, zoneWith("L898902C36", "L898902C46")), Countries.NONE))
                .isEqualTo(new Refused(Reason.NOT_TRUSTED, "number"));
        assertThat(read(document(UTOPIA).with(0x010B, detailsWith("19740813")), Countries.NONE))
                .isEqualTo(new Refused(Reason.NOT_TRUSTED, "full-birth"));
        assertThat(read(document(UTOPIA).with(0x010B, detailsWith("18740812")), Countries.NONE))
                .isEqualTo(new Refused(Reason.NOT_TRUSTED, "full-birth"));
    }

    @Test
    void takesCertificatesAsTextAndAsBytesAndNamesWhatIsNone() throws Exception {
        try (PemWriter writer = new PemWriter(Files.newBufferedWriter(folder.resolve("utopia.pem")))) {
            writer.writeObject(new PemObject(
                    "CERTIFICATE",
                    UTOPIA.countryCertificate(LONG_AGO, LONG_AHEAD).getEncoded()));
        }
        assertThat(proof(document(UTOPIA), Countries.of(folder))).isEqualTo(new Verified("UT"));
        Files.writeString(folder.resolve("broken.cer"), "no certificate");
        assertThatThrownBy(() -> Countries.of(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken.cer is no certificate");
    }

    @Test
    void refusesAFolderWithoutCertificates() {
        assertThatThrownBy(() -> Countries.of(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no certificate");
    }
}
