package org.yici.paper.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.yici.paper.Samples.Party;

/** What somebody might do to a sealed document. */
public final class Forgeries {
    private Forgeries() {}

    /** A second signature by {@code signer} over the first, as an incremental update. */
    public static byte[] sealedAgain(byte[] sealed, Party signer) throws IOException, GeneralSecurityException {
        CadesSignature second = new CadesSignature(signer.keys().getPrivate(), List.of(signer.certificate()));
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(sealed)) {
            PDSignature dictionary = new PDSignature();
            dictionary.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            document.addSignature(dictionary);
            var signing = document.saveIncrementalForExternalSigning(twice);
            signing.setSignature(second.over(signing.getContent().readAllBytes()));
        }
        return twice.toByteArray();
    }

    /** An incremental update that changes what the document says of itself. */
    public static byte[] updated(byte[] sealed) throws IOException {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(sealed)) {
            document.getDocumentInformation().setKeywords("changed");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(longer);
        }
        return longer.toByteArray();
    }

    /** Another bit in one byte. */
    public static byte[] flipped(byte[] sealed, int at) {
        byte[] changed = sealed.clone();
        changed[at] ^= 1;
        return changed;
    }
}
