package org.yici.device;

/** Whether the data of a travel document were signed by its country (passive authentication, ICAO 9303-11, 5.1). */
public sealed interface TravelDocumentProof {
    /**
     * All that was read is signed by a country whose certificate this terminal trusts. It says nothing about whether the chip is a copy
     * of another.
     *
     * @param country of the certificate, ISO 3166-1 alpha-2 or ICAO's own code
     */
    record Verified(String country) implements TravelDocumentProof {}

    /**
     * That could not be shown.
     *
     * @param detail in the words of the library or of the certificate; never what the document says of its holder
     */
    record NotVerified(Reason reason, String detail) implements TravelDocumentProof {}

    /** Why it could not be shown. */
    enum Reason {
        /** This terminal trusts no country: none is configured. */
        NO_COUNTRIES,
        /** The security object (EF.SOD) is missing or cannot be understood. */
        SECURITY_OBJECT,
        /** The signature of the security object is wrong, or is made in a way that is not known. */
        SIGNATURE,
        /** No trusted country signed the certificate of the document's signer. */
        UNKNOWN_SIGNER,
        /** The signer's or the country's certificate is not in its period of validity. */
        EXPIRED_SIGNER,
        /** A trusted country signed, and not the one that the document says it is of. */
        OTHER_COUNTRY,
        /** A data group is not the one that was signed, or was not signed at all. */
        CHANGED_DATA
    }
}
