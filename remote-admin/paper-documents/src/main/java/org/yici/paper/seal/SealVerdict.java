package org.yici.paper.seal;

import java.time.Instant;
import java.util.Optional;
import org.yici.paper.certificate.CertificateIdentifier;
import org.yici.paper.holder.DocumentHolder;

/** What {@link SealCheck} found. */
public sealed interface SealVerdict {

    /**
     * One seal covers the whole file and leads to an anchor.
     *
     * @param signer common name of the seal's certificate
     * @param sealedAt the time that the signer states; no third party witnesses it
     * @param identifier the document's identifier, from the sealed document's subject, if it has one of that form
     * @param holder whom the sealed document is about, if it says so; whether that is who stands here, others have to ask
     */
    record Good(
            String signer,
            Instant sealedAt,
            Optional<CertificateIdentifier> identifier,
            Optional<DocumentHolder> holder)
            implements SealVerdict {}

    /** The document must not be shown or printed as sealed. */
    record Refused(Reason reason) implements SealVerdict {}

    /** Why a document was refused; the first that was met. */
    enum Reason {
        /** Not a PDF, or a seal of another profile than PAdES B-B as {@link PdfSealer} sets it. */
        MALFORMED,
        /** A PDF without a seal. */
        NO_SEAL,
        /** More than one signature. */
        SEVERAL_SEALS,
        /** The file ends before the seal's range does. */
        TRUNCATED,
        /** Bytes follow the range that the seal covers. */
        APPENDED,
        /** Sealed bytes, or the seal itself, were changed. */
        ALTERED,
        /** No path from the signer to an anchor. */
        UNKNOWN_ISSUER,
        /** The signer's certificate is not one for sealing. */
        WRONG_KEY_USAGE,
        /** A certificate of the path was not valid at the time of sealing. */
        SIGNER_EXPIRED
    }
}
