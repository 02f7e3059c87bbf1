package org.yici.admin.platform;

/** What became of an order for a copy. */
public sealed interface Issue {
    /**
     * A sealed copy.
     *
     * @param certificate identifier of the certificate (GB/T 36904)
     * @param copyNumber from 1, rising with each copy of this certificate
     * @param document the sealed PDF
     */
    record Issued(String certificate, String title, int copyNumber, int sheets, byte[] document) implements Issue {
        public Issued {
            document = document.clone();
        }

        /** The same without the document. */
        public NumberedCopy numbered() {
            return new NumberedCopy(certificate, title, copyNumber, sheets);
        }

        @Override
        public String toString() {
            return "Issued[" + document.length + " bytes]";
        }
    }

    /** There is nothing to issue for this person. */
    record NotAvailable() implements Issue {}

    /** The order's name was used before for somebody or something else. */
    record OrderReused() implements Issue {}
}
