package org.yici.paper.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.paper.Peers;
import org.yici.paper.Samples;
import org.yici.paper.Samples.Party;
import org.yici.paper.certificate.CertificateLayout;
import org.yici.paper.holder.DocumentHolder;
import org.yici.paper.holder.HolderCodec;
import org.yici.paper.seal.SealVerdict.Good;
import org.yici.paper.seal.SealVerdict.Reason;
import org.yici.paper.seal.SealVerdict.Refused;

final class SealCheckTest {
    private static final long SEED = 20261122;

    private static byte[] plain;
    private static byte[] sealed;
    private static Party authority;
    private static SealCheck check;

    @TempDir
    private Path folder;

    @BeforeAll
    static void sealOnce() throws Exception {
        plain = new CertificateLayout(Samples.FONTS).layOut(Samples.certificate());
        authority = Samples.authority("CN=Test authority");
        sealed = seal(Samples.signer(authority), Samples.SEALED_AT);
        check = new SealCheck(List.of(authority.certificate()));
    }

    private static byte[] seal(Party signer, Instant at) throws Exception {
        return new PdfSealer(signer.keys().getPrivate(), List.of(signer.certificate())).seal(plain, at);
    }

    @Test
    void acceptsAGoodSealAndTellsWhoseAndWhen() {
        assertThat(check.check(sealed)).isInstanceOfSatisfying(Good.class, good -> {
            assertThat(good.signer()).isEqualTo(Samples.ISSUER);
            assertThat(good.sealedAt()).isEqualTo(Samples.SEALED_AT);
            assertThat(good.identifier()).contains(Samples.identifier());
        });
    }

    @Test
    void tellsWhoseDocumentItIs() {
        DocumentHolder holder = ((Good) check.check(sealed)).holder().orElseThrow();
        assertThat(holder.name()).isEqualTo("林知夏");
        assertThat(holder.hasNumberAndBirth(Samples.NUMBER, Samples.BIRTH)).isTrue();
        assertThat(holder.hasNumberAndBirth(Samples.NUMBER, Samples.BIRTH.plusDays(1)))
                .isFalse();
        assertThat(holder.hasNumberAndBirth("000101195001010011", Samples.BIRTH))
                .isFalse();
        assertThat(holder).hasToString("DocumentHolder");
    }

    /** Two documents of one person cannot be told to be that by the code. */
    @Test
    void hidesNumberAndBirthDifferentlyInEachDocument() throws Exception {
        byte[] other = new CertificateLayout(Samples.FONTS).layOut(Samples.certificate());
        Optional<DocumentHolder> one = read(plain);
        Optional<DocumentHolder> two = read(other);
        assertThat(one.orElseThrow().code()).isNotEqualTo(two.orElseThrow().code());
        assertThat(one.orElseThrow().key()).isNotEqualTo(two.orElseThrow().key());
        assertThat(two.orElseThrow().hasNumberAndBirth(Samples.NUMBER, Samples.BIRTH))
                .isTrue();
    }

    private static Optional<DocumentHolder> read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return HolderCodec.read(document);
        }
    }

    /** Whoever holds the seal's key can make such a document; it has no holder. */
    @ParameterizedTest
    @ValueSource(
            strings = {"PieceInfo", "Yici", "Private", "Version", "Name", "Key", "Code", "short", "version 2", "a text"
            })
    void tellsNoHolderWhereAnyPartIsMissing(String missing) throws Exception {
        ByteArrayOutputStream without = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(plain)) {
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            COSDictionary pieces = catalog.getCOSDictionary(COSName.getPDFName("PieceInfo"));
            COSDictionary ours = pieces.getCOSDictionary(COSName.getPDFName("Yici"));
            COSDictionary data = ours.getCOSDictionary(COSName.getPDFName("Private"));
            switch (missing) {
                case "short" -> data.setItem(COSName.getPDFName("Code"), new COSString(new byte[31]));
                case "version 2" -> data.setInt(COSName.getPDFName("Version"), 2);
                case "a text" -> ours.setString(COSName.getPDFName("Private"), "holder");
                default -> {
                    for (COSDictionary part : List.of(catalog, pieces, ours, data)) {
                        part.removeItem(COSName.getPDFName(missing));
                    }
                }
            }
            document.save(without);
        }
        Party signer = Samples.signer(authority);
        byte[] pdf = new PdfSealer(signer.keys().getPrivate(), List.of(signer.certificate()))
                .seal(without.toByteArray(), Samples.SEALED_AT);
        assertThat(check.check(pdf)).isInstanceOfSatisfying(Good.class, good -> assertThat(good.holder())
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void popplerAgreesWithKeysOf(String algorithm) throws Exception {
        Party signer = Samples.signer(authority, algorithm, KeyUsage.digitalSignature, 2026, 2031);
        byte[] pdf = seal(signer, Samples.SEALED_AT);
        assertThat(check.check(pdf)).isInstanceOf(Good.class);
        Path file = Files.write(folder.resolve("sealed.pdf"), pdf);
        assertThat(Peers.run("pdfsig", file.toString()))
                .contains(
                        "Signature is Valid.",
                        "Total document signed",
                        "ETSI.CAdES.detached",
                        "Common Name: " + Samples.ISSUER)
                .doesNotContain("Signature #2");
    }

    @Test
    void staysPdfA2bByVeraPdf() throws Exception {
        Peers.assertIsPdfA2b(sealed);
    }

    @Test
    void readsAnchorsFromAFileWithSeveral() throws Exception {
        Party other = Samples.authority("CN=Another authority");
        Path file = Files.writeString(folder.resolve("seal-ca.pem"), pem(other) + pem(authority));
        assertThat(SealCheck.withAnchors(file).check(sealed)).isInstanceOf(Good.class);
    }

    @Test
    void acceptsAnIntermediateThatComesWithTheSeal() throws Exception {
        Party middle = Samples.intermediate(authority);
        Party signer = Samples.signer(middle);
        byte[] pdf = new PdfSealer(
                        signer.keys().getPrivate(),
                        List.of(signer.certificate(), middle.certificate(), authority.certificate()))
                .seal(plain, Samples.SEALED_AT);
        assertThat(check.check(pdf)).isInstanceOf(Good.class);
    }

    @Test
    void refusesTheSealOfAnotherAuthorityOfTheSameName() throws Exception {
        Party impostor = Samples.authority("CN=Test authority");
        Party signer = Samples.signer(impostor);
        byte[] pdf = new PdfSealer(signer.keys().getPrivate(), List.of(signer.certificate(), impostor.certificate()))
                .seal(plain, Samples.SEALED_AT);
        assertRefused(pdf, Reason.UNKNOWN_ISSUER);
    }

    @Test
    void refusesASealSetAfterOrBeforeTheSignersTime() throws Exception {
        Party signer = Samples.signer(authority);
        assertRefused(seal(signer, Instant.parse("2031-01-02T00:00:00Z")), Reason.SIGNER_EXPIRED);
        assertRefused(seal(signer, Instant.parse("2025-12-30T00:00:00Z")), Reason.SIGNER_EXPIRED);
    }

    @Test
    void refusesACertificateThatIsNotForSealing() throws Exception {
        Party signer = Samples.signer(authority, "EC", KeyUsage.keyEncipherment, 2026, 2031);
        assertRefused(seal(signer, Samples.SEALED_AT), Reason.WRONG_KEY_USAGE);
    }

    @Test
    void refusesAPageWithoutASeal() {
        assertRefused(plain, Reason.NO_SEAL);
    }

    @Test
    void refusesWhatWasAppended() throws Exception {
        assertRefused(plus(sealed, "\n"), Reason.APPENDED);
        byte[] updated = Forgeries.updated(sealed);
        assertThat(updated.length).isGreaterThan(sealed.length);
        assertRefused(updated, Reason.APPENDED);
    }

    @Test
    void refusesASecondSealOverTheFirst() throws Exception {
        byte[] twice = Forgeries.sealedAgain(sealed, Samples.signer(authority));
        assertRefused(twice, Reason.SEVERAL_SEALS);
    }

    @Test
    void refusesEveryTruncation() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            int length = random.nextInt(sealed.length);
            assertThat(check.check(Arrays.copyOf(sealed, length)))
                    .as("length %d", length)
                    .isInstanceOf(Refused.class);
        }
        assertRefused(Arrays.copyOf(sealed, sealed.length - 1), Reason.TRUNCATED);
    }

    @Test
    void refusesAFlippedBitInAnyPlaceOfASample() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1500; i++) {
            assertRefusesFlip(random.nextInt(sealed.length), 1 << random.nextInt(8));
        }
    }

    @Test
    void refusesAFlippedBitInEveryByteOfTheSealItself() throws Exception {
        int start = new String(sealed, StandardCharsets.ISO_8859_1).indexOf("/Contents <") + "/Contents ".length();
        int end = new String(sealed, StandardCharsets.ISO_8859_1).indexOf('>', start);
        assertThat(end - start).isGreaterThan(2000);
        Random random = new Random(SEED);
        for (int at = start; at <= end; at++) {
            assertRefusesFlip(at, 1 << random.nextInt(8));
        }
    }

    /** Changes the decoded bytes too: a flip in the hexadecimal text mostly gives no digit at all. */
    @Test
    void refusesEveryOtherHexadecimalDigitInTheSealItself() {
        int start = new String(sealed, StandardCharsets.ISO_8859_1).indexOf("/Contents <") + "/Contents <".length();
        Random random = new Random(SEED);
        for (int at = start; sealed[at] != '>'; at++) {
            char digit = "0123456789ABCDEF".charAt(random.nextInt(16));
            assertRefusesFlip(
                    at, digit == sealed[at] ? (sealed[at] == '0' ? 1 : sealed[at] ^ '0') : sealed[at] ^ digit);
        }
    }

    @Test
    void neverThrowsForAnyBytes() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[random.nextInt(4096)];
            random.nextBytes(noise);
            assertThat(check.check(noise)).isEqualTo(new Refused(Reason.MALFORMED));
            byte[] dressed = ("%PDF-1.7 /ByteRange [0 " + random.nextInt(60) + " " + random.nextInt(5000) + " "
                            + random.nextInt(5000) + "] <" + "30".repeat(random.nextInt(2000)) + ">")
                    .getBytes(StandardCharsets.US_ASCII);
            assertThat(check.check(dressed)).isInstanceOf(Refused.class);
        }
        assertRefused(new byte[0], Reason.MALFORMED);
    }

    private static void assertRefusesFlip(int at, int bits) {
        byte[] changed = sealed.clone();
        changed[at] ^= (byte) bits;
        assertThat(check.check(changed))
                .as("byte %d xor %d, seed %d", at, bits, SEED)
                .isInstanceOf(Refused.class);
    }

    private static void assertRefused(byte[] pdf, Reason reason) {
        assertThat(check.check(pdf)).isEqualTo(new Refused(reason));
    }

    private static byte[] plus(byte[] bytes, String tail) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + tail.length());
        System.arraycopy(tail.getBytes(StandardCharsets.US_ASCII), 0, longer, bytes.length, tail.length());
        return longer;
    }

    private static String pem(Party party) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(party.certificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
