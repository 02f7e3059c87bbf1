package org.yici.paper.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yici.paper.seal.SealVerdict.Good;
import org.yici.paper.seal.SealVerdict.Reason;
import org.yici.paper.seal.SealVerdict.Refused;

/**
 * Judges the seal of a PDF against the anchors of a file that belongs to root, never against the enclosed certificates alone.
 *
 * <p>In this order: the seal covers the whole file but its own hexadecimal string; it has the shape that {@link PdfSealer} makes;
 * digest and signature are right; the signer leads to an anchor and may seal; only then is the PDF parsed, and it shows exactly
 * this one signature; the path was valid at the stated time. Revocation is not asked: who shall no longer seal leaves the file.
 *
 * <p>Never throws for any bytes. Safe for many threads; no files; a few milliseconds when warm.
 */
public final class SealCheck {
    private static final int SIGNATURE_BIT = 0;
    private static final int NON_REPUDIATION_BIT = 1;
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final SealAnchors anchors;

    public SealCheck(Collection<X509Certificate> anchors) {
        this.anchors = new SealAnchors(anchors);
    }

    /** With the certificates of a PEM file (seal-ca.pem), at least one. */
    public static SealCheck withAnchors(Path pem) throws IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            return withAnchors(in);
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IOException("the anchor file " + pem + " does not hold certificates in PEM form", e);
        }
    }

    /** With the PEM certificates of a stream, which stays open. */
    public static SealCheck withAnchors(InputStream pem) throws CertificateException {
        return new SealCheck(CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                .map(X509Certificate.class::cast)
                .toList());
    }

    /** The verdict on these bytes; any bytes will do. */
    public SealVerdict check(byte[] pdf) {
        try {
            return pdf.length > MOST_BYTES ? new Refused(Reason.MALFORMED) : judge(pdf);
        } catch (Refusal refusal) {
            return new Refused(refusal.reason());
        } catch (IOException | GeneralSecurityException | RuntimeException | StackOverflowError e) {
            return new Refused(Reason.MALFORMED);
        }
    }

    private SealVerdict judge(byte[] pdf) throws Refusal, IOException, GeneralSecurityException {
        SealedRange range = SealedRange.of(pdf);
        CmsSeal seal = CmsSeal.verified(range);
        requireKnown(seal);
        SealedDocument document = SealedDocument.read(pdf, range);
        if (anchors.path(seal.signer(), seal.enclosed(), document.sealedAt()).isEmpty()) {
            throw new Refusal(Reason.SIGNER_EXPIRED);
        }
        return new Good(SignerNames.of(seal.signer()), document.sealedAt(), document.identifier(), document.holder());
    }

    /** The path is first sought at a moment when all enclosed certificates had begun: the stated time is not yet known. */
    private void requireKnown(CmsSeal seal) throws Refusal, GeneralSecurityException {
        Instant begun = seal.enclosed().stream()
                .map(certificate -> certificate.getNotBefore().toInstant())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Optional<List<X509Certificate>> path = anchors.path(seal.signer(), seal.enclosed(), begun);
        if (path.isEmpty()) {
            throw new Refusal(Reason.UNKNOWN_ISSUER);
        }
        Set<X509Certificate> idle = new HashSet<>(seal.enclosed());
        idle.removeAll(Set.copyOf(path.get()));
        if (!idle.stream().allMatch(anchors::contains)) {
            throw new Refusal(Reason.ALTERED);
        }
        boolean[] usage = seal.signer().getKeyUsage();
        boolean mayseal = usage != null && (usage[SIGNATURE_BIT] || usage[NON_REPUDIATION_BIT]);
        if (!mayseal || seal.signer().getBasicConstraints() >= 0) {
            throw new Refusal(Reason.WRONG_KEY_USAGE);
        }
    }
}
