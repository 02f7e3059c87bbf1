package org.yici.paper.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Sets an electronic seal on a PDF: PAdES baseline B-B (ETSI EN 319 142-1), SubFilter {@code ETSI.CAdES.detached}, the time in the
 * signature dictionary's /M. A PDF/A-2b document stays one.
 *
 * <p>Keys: EC P-256 (recommended), P-384, RSA from 2048 bits. Safe for many threads; works in memory only.
 */
public final class PdfSealer {
    private static final TimeZone CHINA = TimeZone.getTimeZone("Asia/Shanghai");
    private static final int BYTES_BESIDE_CERTIFICATES = 2048;

    private final CadesSignature signature;
    private final int roomInBytes;
    private final String name;

    /**
     * @param key the seal's private key, of any JCA provider
     * @param chain its certificate first, then intermediates; a self-signed root may end it and is not put into the PDF
     * @throws GeneralSecurityException if key and certificate do not fit or the key's kind is not supported
     */
    public PdfSealer(PrivateKey key, List<X509Certificate> chain) throws GeneralSecurityException {
        this.signature = new CadesSignature(key, chain);
        int room = BYTES_BESIDE_CERTIFICATES;
        for (X509Certificate certificate : chain) {
            room += certificate.getEncoded().length;
        }
        this.roomInBytes = room;
        this.name = SignerNames.of(chain.get(0));
    }

    /**
     * The document with the seal added as an incremental update.
     *
     * @param pdf a PDF without a seal
     * @param sealedAt recorded to the second
     */
    public byte[] seal(byte[] pdf, Instant sealedAt) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(pdf.length + 4 * roomInBytes);
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            if (!document.getSignatureDictionaries().isEmpty()) {
                throw new IllegalArgumentException("the document carries a seal already");
            }
            options.setPreferredSignatureSize(roomInBytes);
            document.addSignature(dictionary(sealedAt), options);
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(sealed);
            try (InputStream content = signing.getContent()) {
                signing.setSignature(signature.over(content.readAllBytes()));
            }
        }
        return sealed.toByteArray();
    }

    private PDSignature dictionary(Instant sealedAt) {
        Calendar time = new GregorianCalendar(CHINA);
        time.setTimeInMillis(sealedAt.getEpochSecond() * 1000);
        PDSignature dictionary = new PDSignature();
        dictionary.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        dictionary.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        dictionary.setName(name);
        dictionary.setSignDate(time);
        return dictionary;
    }
}
