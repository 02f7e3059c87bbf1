package org.yici.contract.https;

/**
 * A sealed certificate, to be printed once.
 *
 * @param copyId names this copy everywhere, the print job included; carries no personal data
 * @param certificate the certificate's identifier (GB/T 36904)
 * @param copyNumber the how-manieth copy of this certificate it is, from 1
 * @param sheets sheets of one-sided A4
 * @param sha256 SHA-256 of {@code document}, 64 hexadecimal digits in lower case
 * @param document the sealed PDF
 */
public record IssuedCopy(
        String copyId, String certificate, String title, int copyNumber, int sheets, String sha256, byte[] document) {
    @Override
    public String toString() {
        return "IssuedCopy[" + copyId + ", " + sheets + " sheets]";
    }
}
