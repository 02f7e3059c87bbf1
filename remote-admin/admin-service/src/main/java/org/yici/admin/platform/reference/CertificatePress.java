package org.yici.admin.platform.reference;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.yici.base.Personal;
import org.yici.paper.certificate.CertificateIdentifier;
import org.yici.paper.certificate.CertificateLayout;
import org.yici.paper.certificate.InsuranceCertificate;
import org.yici.paper.seal.PdfSealer;

/** Lays certificates out and seals them. Thread-safe; the first one of a process takes seconds. */
final class CertificatePress {
    static final String ISSUER = "示范省社会保险事业中心";
    static final String PURPOSE = "个人办事使用";

    private final CertificateLayout layout;
    private final PdfSealer sealer;

    CertificatePress(CertificateLayout layout, PdfSealer sealer) {
        this.layout = layout;
        this.sealer = sealer;
    }

    /** A sealed document and how many sheets it takes. */
    record Sealed(byte[] pdf, int sheets) {}

    Sealed make(Register.Person person, CertificateIdentifier identifier, LocalDate day, Instant sealedAt)
            throws IOException {
        byte[] page = layout.layOut(new InsuranceCertificate(
                InsuranceCertificate.TITLE,
                identifier,
                Personal.of(person.name()),
                Personal.of(person.number()),
                Personal.of(person.bornOn()),
                person.insurance().stream()
                        .map(insurance -> insurance.row(YearMonth.from(day)))
                        .toList(),
                PURPOSE,
                ISSUER,
                day));
        return new Sealed(sealer.seal(page, sealedAt), sheets(page));
    }

    private static int sheets(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
