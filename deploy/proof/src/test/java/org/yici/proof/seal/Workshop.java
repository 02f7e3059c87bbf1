package org.yici.proof.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.yici.base.TerminalId;
import org.yici.paper.Samples;
import org.yici.paper.Samples.Party;
import org.yici.paper.certificate.CertificateLayout;
import org.yici.paper.copy.CopyMark;
import org.yici.paper.copy.PrintCopy;
import org.yici.paper.seal.Forgeries;
import org.yici.paper.seal.PdfSealer;

/** Where the documents of the table are made. */
final class Workshop {
    private static final String HOLDER = "pdfsig does not know who stands before the terminal";
    private static final String TODAY_ONLY =
            "pdfsig asks whether the certificate is valid today, the terminal whether it was when the seal was set";

    private final byte[] plain = new CertificateLayout(Samples.FONTS).layOut(Samples.certificate());
    private final Party authority = Samples.authority("CN=Test authority");
    private final byte[] sealed = sealedBy(longLived(authority), Samples.SEALED_AT);

    /**
     * A document of the table.
     *
     * @param anchor the one authority that terminal and {@code pdfsig} trust
     * @param why why {@code pdfsig} thinks otherwise; empty if it should not
     */
    record Case(String words, byte[] pdf, X509Certificate anchor, String why) {
        @Override
        public String toString() {
            return words;
        }
    }

    Workshop() throws Exception {}

    List<Case> cases() throws Exception {
        Party older = Samples.authority("CN=Older authority", 2015);
        Party shortLived = Samples.signer(older, "EC", KeyUsage.digitalSignature, 2018, 2020);
        Party later = Samples.signer(authority, "EC", KeyUsage.digitalSignature, 2090, 2095);
        Party wrongUse = Samples.signer(authority, "EC", KeyUsage.keyEncipherment, 2026, 2046);
        Party namesake = Samples.authority("CN=Test authority");
        X509Certificate anchor = older.certificate();
        return List.of(
                good("sealed, untouched", sealed),
                new Case("signer valid then, expired now", sealedBy(shortLived, at("2019-06-01")), anchor, TODAY_ONLY),
                new Case("signer expired before it sealed", sealedBy(shortLived, at("2020-06-01")), anchor, ""),
                bad("signer not yet valid when it sealed", sealedBy(later, Samples.SEALED_AT)),
                bad("another authority of the same name", sealedBy(longLived(namesake), Samples.SEALED_AT)),
                new Case("authority taken out of the anchors (revoked)", sealed, namesake.certificate(), ""),
                bad("certificate not for sealing", sealedBy(wrongUse, Samples.SEALED_AT)),
                bad("a byte of the page flipped", Forgeries.flipped(sealed, after("stream\n", 0) + 40)),
                bad("a byte of /ByteRange flipped", Forgeries.flipped(sealed, secondNumber())),
                bad("a byte of the stated time flipped", Forgeries.flipped(sealed, after("/M (D:2026", 0))),
                bad("a digit of the signature changed", digit(lastDigit() - 8)),
                bad("a digit of the enclosed certificate changed", digit(hole() + 700)),
                bad("a digit of the padding changed", digit(endOfHole() - 1)),
                bad("a byte appended", Arrays.copyOf(sealed, sealed.length + 1)),
                bad("an update appended", Forgeries.updated(sealed)),
                bad("a printed copy handed in as the document", printed()),
                bad("a second signature over the first", Forgeries.sealedAgain(sealed, Samples.signer(authority))),
                bad("the last byte cut off", Arrays.copyOf(sealed, sealed.length - 1)),
                new Case("sealed, of another holder", others(), own(), HOLDER),
                new Case("sealed, without a holder", nobodys(), own(), HOLDER),
                bad("no seal", plain),
                bad("not a PDF", "hello".getBytes(StandardCharsets.US_ASCII)));
    }

    /** {@code pdfsig} asks today, whenever that is. */
    private static Party longLived(Party authority) throws Exception {
        return Samples.signer(authority, "EC", KeyUsage.digitalSignature, 2026, 2046);
    }

    private Case good(String words, byte[] pdf) {
        return new Case(words, pdf, own(), "");
    }

    private Case bad(String words, byte[] pdf) {
        return new Case(words, pdf, own(), "");
    }

    private X509Certificate own() {
        return authority.certificate();
    }

    private byte[] sealedBy(Party signer, Instant at) throws Exception {
        return sealed(plain, signer, at);
    }

    private static byte[] sealed(byte[] pdf, Party signer, Instant at) throws Exception {
        return new PdfSealer(signer.keys().getPrivate(), List.of(signer.certificate())).seal(pdf, at);
    }

    /** Another's certificate under the identifier that was announced. */
    private byte[] others() throws Exception {
        byte[] pdf = new CertificateLayout(Samples.FONTS).layOut(Samples.certificate("欧阳若兰", "个人购房"));
        return sealed(pdf, longLived(authority), Samples.SEALED_AT);
    }

    /** As documents were before they said whose they are. */
    private byte[] nobodys() throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(plain)) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName("PieceInfo"));
            document.save(pdf);
        }
        return sealed(pdf.toByteArray(), longLived(authority), Samples.SEALED_AT);
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    private byte[] printed() throws IOException {
        return new PrintCopy(Samples.FONTS)
                .mark(sealed, new CopyMark(2, "示范便民超市", new TerminalId("demo-0001"), Samples.SEALED_AT));
    }

    // ---- places in the sealed file

    private int after(String text, int from) {
        int at = new String(sealed, StandardCharsets.ISO_8859_1).indexOf(text, from);
        if (at < 0) {
            throw new IllegalStateException("the sealed file does not hold " + text);
        }
        return at + text.length();
    }

    private int secondNumber() {
        return after(" ", after("/ByteRange [0", 0) - 1);
    }

    /** Where the hole's first digit is. */
    private int hole() {
        return after("/Contents <", 0);
    }

    private int endOfHole() {
        return after(">", hole()) - 1;
    }

    /** The last digit of the CMS, whose last part is the signature. */
    private int lastDigit() {
        int at = endOfHole() - 1;
        while (sealed[at] == '0') {
            at--;
        }
        return at;
    }

    private byte[] digit(int at) {
        byte[] changed = sealed.clone();
        changed[at] = (byte) (sealed[at] == '0' ? '1' : '0');
        return changed;
    }
}
