package org.yici.paper.seal;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.yici.paper.certificate.CertificateIdentifier;
import org.yici.paper.holder.DocumentHolder;
import org.yici.paper.holder.HolderCodec;
import org.yici.paper.seal.SealVerdict.Reason;

/** What the sealed document itself states. Parsed only after its bytes were found to be signed by somebody known. */
record SealedDocument(Instant sealedAt, Optional<CertificateIdentifier> identifier, Optional<DocumentHolder> holder) {

    static SealedDocument read(byte[] pdf, SealedRange range) throws Refusal, IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignature> signatures = document.getSignatureDictionaries();
            if (signatures.size() != 1) {
                throw new Refusal(signatures.isEmpty() ? Reason.NO_SEAL : Reason.SEVERAL_SEALS);
            }
            PDSignature signature = signatures.get(0);
            Calendar time = signature.getSignDate();
            boolean profile =
                    PDSignature.SUBFILTER_ETSI_CADES_DETACHED.getName().equals(signature.getSubFilter());
            // The dictionary that the document shows must be the one whose range was checked.
            if (!profile || time == null || !Arrays.equals(signature.getContents(), range.seal())) {
                throw new Refusal(Reason.MALFORMED);
            }
            return new SealedDocument(
                    time.toInstant(),
                    identifier(document.getDocumentInformation().getSubject()),
                    HolderCodec.read(document));
        }
    }

    private static Optional<CertificateIdentifier> identifier(String subject) {
        return subject != null && CertificateIdentifier.isValid(subject)
                ? Optional.of(CertificateIdentifier.parse(subject))
                : Optional.empty();
    }
}
