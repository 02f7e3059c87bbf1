package org.yici.paper.seal;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The certificates that decide who may seal, and the PKIX path (RFC 5280) from a signer to one of them. Revocation is not asked. */
final class SealAnchors {
    private final Set<TrustAnchor> anchors;
    private final Set<X509Certificate> certificates;

    SealAnchors(Collection<X509Certificate> certificates) {
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("no anchor certificate for seals");
        }
        this.certificates = Set.copyOf(certificates);
        this.anchors = this.certificates.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(X509Certificate certificate) {
        return certificates.contains(certificate);
    }

    /** The certificates from the signer up to but without the anchor, all valid at that time; empty if there is no such path. */
    Optional<List<X509Certificate>> path(X509Certificate signer, Collection<X509Certificate> enclosed, Instant at)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(enclosed)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        try {
            var result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            return Optional.of(result.getCertPath().getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList());
        } catch (CertPathBuilderException e) {
            return Optional.empty();
        }
    }
}
