package org.yici.session.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yici.base.ErrorCode;
import org.yici.base.TerminalId;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.IssuedCopy;
import org.yici.kiosk.visit.CardHolder;
import org.yici.paper.PaperWarmUp;
import org.yici.paper.copy.Preview;
import org.yici.paper.copy.PrintCopy;
import org.yici.paper.font.PaperFonts;
import org.yici.paper.seal.SealCheck;
import org.yici.paper.seal.SealVerdict;
import org.yici.service.certificate.Documents.Checked;

/** On the sealed sample that comes with the paper module. */
class PdfDocumentsTest {
    private static final String NUMBER = "000101198802290029";
    private static final LocalDate BIRTH = LocalDate.of(1988, 2, 29);
    private static final CardHolder HOLDER = card("林知夏", NUMBER, BIRTH);

    private static byte[] sealed;
    private static String identifier;
    private static PdfDocuments documents;

    @BeforeAll
    static void load() throws IOException, GeneralSecurityException {
        sealed = resource("warm-up.pdf");
        SealCheck seals;
        try (InputStream anchors = Objects.requireNonNull(PaperWarmUp.class.getResourceAsStream("warm-up-ca.pem"))) {
            seals = SealCheck.withAnchors(anchors);
        }
        identifier = ((SealVerdict.Good) seals.check(sealed))
                .identifier()
                .orElseThrow()
                .toString();
        documents = documents(seals);
    }

    private static PdfDocuments documents(SealCheck seals) {
        PaperFonts fonts = PaperFonts.load();
        return new PdfDocuments(
                Runnable::run,
                seals,
                new Preview(fonts),
                new PrintCopy(fonts),
                new TerminalId("demo-0001"),
                "示范便民超市",
                540);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PaperWarmUp.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    private static IssuedCopy copy(byte[] document, String certificate, int sheets) throws GeneralSecurityException {
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        return new IssuedCopy("copy-1", certificate, "社会保险个人参保证明", 3, sheets, hash, document);
    }

    private static Checked check(IssuedCopy copy) {
        return documents.check(copy, HOLDER).join();
    }

    private static CardHolder card(String name, String number, LocalDate birth) {
        return new CardHolder(new Citizen(name, number), birth);
    }

    /** Another person on the card than in the document. */
    @Test
    void refusesTheDocumentOfAnotherHolder() throws GeneralSecurityException {
        IssuedCopy copy = copy(sealed, identifier, 1);
        for (CardHolder other : List.of(
                card("欧阳若兰", NUMBER, BIRTH),
                card("林知夏", "000101195001010011", BIRTH),
                card("林知夏", NUMBER, BIRTH.plusDays(1)))) {
            assertThat(documents.check(copy, other).join()).isEqualTo(new Checked.OtherHolder());
        }
    }

    /** The holder comes before the certificate's identifier, which a platform that mixes people up mixes up as well. */
    @Test
    void refusesTheDocumentOfAnotherHolderWhateverCertificateWasAnnounced() throws GeneralSecurityException {
        IssuedCopy copy = copy(sealed, "1.2.156.3005.2.OTHER", 1);
        assertThat(documents
                        .check(copy, card("欧阳若兰", "000102199003070021", BIRTH))
                        .join())
                .isEqualTo(new Checked.OtherHolder());
    }

    @Test
    void knowsTheHolderWhoseNameTheCardWritesInAnotherForm() throws GeneralSecurityException {
        assertThat(documents
                        .check(copy(sealed, identifier, 1), card("\uF9F4知夏 ", NUMBER, BIRTH))
                        .join())
                .isInstanceOf(Checked.Good.class);
    }

    /** As they were sealed before documents had one. */
    @Test
    void refusesADocumentThatDoesNotSayWhoseItIs() throws Exception {
        try (InputStream anchors =
                        Objects.requireNonNull(PdfDocumentsTest.class.getResourceAsStream("no-holder-ca.pem"));
                InputStream document =
                        Objects.requireNonNull(PdfDocumentsTest.class.getResourceAsStream("no-holder.pdf"))) {
            byte[] old = document.readAllBytes();
            SealCheck seals = SealCheck.withAnchors(anchors);
            assertThat(seals.check(old)).isInstanceOf(SealVerdict.Good.class);
            assertThat(documents(seals).check(copy(old, identifier, 1), HOLDER).join())
                    .isEqualTo(new Checked.OtherHolder());
        }
    }

    @Test
    void showsWhatIsGood() throws GeneralSecurityException {
        Checked checked = check(copy(sealed, identifier, 1));
        assertThat(checked).isInstanceOfSatisfying(Checked.Good.class, good -> {
            assertThat(good.firstPage().getWidth()).isEqualTo(540);
            assertThat(good.sealedBy()).isNotBlank();
        });
    }

    @Test
    void noticesBytesThatAreNotTheAnnouncedOnes() throws GeneralSecurityException {
        IssuedCopy announced = copy(sealed, identifier, 1);
        byte[] other = sealed.clone();
        other[other.length / 2] ^= 1;
        IssuedCopy came = new IssuedCopy("copy-1", identifier, "证明", 3, 1, announced.sha256(), other);
        assertThat(check(came)).isEqualTo(new Checked.Changed());
    }

    @Test
    void refusesASealThatIsBroken() throws GeneralSecurityException {
        byte[] other = sealed.clone();
        other[other.length / 2] ^= 1;
        assertThat(check(copy(other, identifier, 1))).isEqualTo(new Checked.SealBad(ErrorCode.DOCUMENT_ALTERED));
    }

    @Test
    void refusesADocumentThatGrewAfterTheSeal() throws GeneralSecurityException {
        byte[] longer = Arrays.copyOf(sealed, sealed.length + 1);
        assertThat(check(copy(longer, identifier, 1))).isEqualTo(new Checked.SealBad(ErrorCode.DOCUMENT_APPENDED));
    }

    @Test
    void refusesAnotherCertificateThanTheAnnouncedOne() throws GeneralSecurityException {
        assertThat(check(copy(sealed, "1.2.156.3005.2.OTHER", 1))).isEqualTo(new Checked.Changed());
    }

    @Test
    void refusesAnotherNumberOfPagesThanAnnounced() throws GeneralSecurityException {
        assertThat(check(copy(sealed, identifier, 2))).isEqualTo(new Checked.Changed());
    }

    @Test
    void marksTheCopyAndLeavesTheSealedBytesAsTheyCame() throws Exception {
        byte[] marked = documents
                .mark(copy(sealed, identifier, 1), Instant.parse("2026-11-01T02:03:04Z"))
                .join()
                .orElseThrow();
        assertThat(Arrays.copyOf(marked, sealed.length)).isEqualTo(sealed);
        try (PDDocument document = Loader.loadPDF(marked)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("第 3 份", "示范便民超市", "demo-0001", "2026-11-01 10:03:04");
        }
    }

    @Test
    void whatIsNoPdfCannotBeMarked() throws GeneralSecurityException {
        assertThat(documents
                        .mark(copy(new byte[9], identifier, 1), Instant.EPOCH)
                        .join())
                .isEmpty();
    }
}
