package org.yici.bench.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.bench.chip.CardProgram;
import org.yici.bench.chip.ChipCard;
import org.yici.bench.chip.ChipCardKind;
import org.yici.bench.people.People;
import org.yici.bench.people.Person;

class MinistryTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final Ministry UTOPIA = new Ministry("UT", "SHA256withECDSA");
    private static final Person HOLDER = People.builtIn().find("du-zhen").orElseThrow();

    private static X509Certificate certificate(byte[] bytes) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    @Test
    void publishesACertificateThatSignsItselfAndItsSigners(@TempDir Path folder) throws Exception {
        Path file = UTOPIA.publish(folder.resolve("countries"));
        assertThat(file).hasFileName("ut.cer");
        X509Certificate country = certificate(Files.readAllBytes(file));
        country.verify(country.getPublicKey());
        country.checkValidity();
        assertThat(country.getBasicConstraints()).isNotNegative();
        certificate(signer(UTOPIA.securityObject(Map.of(1, new byte[3], 11, new byte[4])))
                        .getEncoded())
                .verify(country.getPublicKey());
    }

    private static X509CertificateHolder signer(byte[] file) throws Exception {
        // Behind tag and length of EF.SOD.
        try (ASN1InputStream in = new ASN1InputStream(new ByteArrayInputStream(file, 4, file.length - 4))) {
            CMSSignedData signed = new CMSSignedData(in.readObject().getEncoded());
            return signed.getCertificates().getMatches(null).iterator().next();
        }
    }

    @Test
    void makesEachDocumentOutToItsHolder() {
        ChipCard passport = UTOPIA.passport(HOLDER);
        assertThat(passport.kind()).isEqualTo(ChipCardKind.PASSPORT);
        assertThat(passport.holder()).contains(HOLDER);
        assertThat(HEX.formatHex(passport.maker().program(quirk -> false).atr()))
                .isEqualTo("3b80800101");
    }

    /** The golden travel document: without its key it says that it is there. */
    @Test
    void isThereAndTellsNothingWithoutTheKey() {
        CardProgram chip = UTOPIA.passport(HOLDER).maker().program(quirk -> false);
        assertThat(answer(chip, "00a404000f7378312e73682ec9e7bbe1b1a3d5cf")).isEqualTo("6a82");
        assertThat(answer(chip, "00a4040c07a0000002471001")).isEqualTo("9000");
        assertThat(answer(chip, "00a4020c020101")).isEqualTo("6982");
        assertThat(answer(chip, "0084000008")).hasSize(20).endsWith("9000");
        assertThat(answer(chip, "0082000028" + "00".repeat(40) + "28")).isEqualTo("6300");
    }

    private static String answer(CardProgram chip, String command) {
        return HEX.formatHex(chip.answer(HEX.parseHex(command)));
    }
}
