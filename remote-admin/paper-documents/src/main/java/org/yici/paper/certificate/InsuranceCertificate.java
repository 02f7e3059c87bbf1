package org.yici.paper.certificate;

import java.time.LocalDate;
import java.util.List;
import org.yici.base.Personal;

/**
 * 社会保险个人参保证明: what one certificate says.
 *
 * <p>Texts are of 1 to the stated number of characters and free of control and formatting characters; anything else, markup
 * included, is printed as it stands.
 *
 * @param title at most 30 characters
 * @param identifier under GB/T 36904
 * @param holderName at most 100 characters
 * @param holderNumber number of the holder's identity document, at most 30 characters
 * @param holderBirth as on the identity document; not printed, see {@link org.yici.paper.holder.DocumentHolder}
 * @param rows 1 to 8 kinds of insurance, in the order of printing
 * @param purpose what the holder wants it for, at most 40 characters
 * @param issuerName the issuing department, also the text of the seal's ring; at most 24 characters
 * @param issued day of issue in the department's zone; also the day until which the records were read
 */
public record InsuranceCertificate(
        String title,
        CertificateIdentifier identifier,
        Personal<String> holderName,
        Personal<String> holderNumber,
        Personal<LocalDate> holderBirth,
        List<InsuranceRow> rows,
        String purpose,
        String issuerName,
        LocalDate issued) {
    /** The usual title. */
    public static final String TITLE = "社会保险个人参保证明";

    private static final int MOST_ROWS = 8;

    public InsuranceCertificate {
        Texts.require("title", title, 30);
        Texts.require("holder's name", holderName.reveal(), 100);
        Texts.require("holder's number", holderNumber.reveal(), 30);
        Texts.require("purpose", purpose, 40);
        Texts.require("issuer", issuerName, 24);
        rows = List.copyOf(rows);
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException("a certificate has 1 to " + MOST_ROWS + " rows, not " + rows.size());
        }
    }

    /** Tells kind and issuer only: the rest belongs to a citizen. */
    @Override
    public String toString() {
        return "InsuranceCertificate[" + title + ", " + issuerName + "]";
    }
}
