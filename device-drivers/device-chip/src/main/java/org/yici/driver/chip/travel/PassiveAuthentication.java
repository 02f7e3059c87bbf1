package org.yici.driver.chip.travel;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.yici.device.TravelDocumentProof;
import org.yici.device.TravelDocumentProof.NotVerified;
import org.yici.device.TravelDocumentProof.Reason;
import org.yici.device.TravelDocumentProof.Verified;

/**
 * Whether a country that is trusted signed what was read (ICAO 9303-11, 5.1): the security object is signed by its signer, the signer by a
 * country, both valid today, the country is the document's, and each data group is the one that was signed. Revocation is not asked for.
 */
final class PassiveAuthentication {
    /** Not registered with the platform: nothing else changes its behaviour. Knows curves that are written out, as passports do. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final Countries countries;
    private final Date today;

    PassiveAuthentication(Countries countries, LocalDate today) {
        this.countries = countries;
        this.today = Date.from(today.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    /** {@code issuer} is what the document says that it is of. */
    TravelDocumentProof verify(Optional<byte[]> securityObject, Map<Integer, byte[]> dataGroups, String issuer) {
        try {
            if (countries.isEmpty()) {
                throw new Failed(Reason.NO_COUNTRIES, "");
            }
            SecurityObject signed = SecurityObject.parse(
                    securityObject.orElseThrow(() -> new Failed(Reason.SECURITY_OBJECT, "missing")));
            verifyHashes(signed, dataGroups);
            verifySignature(signed);
            String country = country(signer(signed.certificate()).getSubject());
            if (!IssuingState.of(issuer).isSignedBy(country)) {
                throw new Failed(Reason.OTHER_COUNTRY, country);
            }
            return new Verified(country);
        } catch (Failed e) {
            return new NotVerified(e.reason, e.detail);
        } catch (SecurityObject.Unreadable e) {
            return new NotVerified(Reason.SECURITY_OBJECT, String.valueOf(e.getMessage()));
        }
    }

    private static void verifyHashes(SecurityObject signed, Map<Integer, byte[]> dataGroups) throws Failed {
        for (Map.Entry<Integer, byte[]> group : dataGroups.entrySet()) {
            if (!signed.isHash(group.getKey(), hash(signed, group.getValue()))) {
                throw new Failed(Reason.CHANGED_DATA, "DG" + group.getKey());
            }
        }
    }

    private static byte[] hash(SecurityObject signed, byte[] file) throws Failed {
        String algorithm = signed.digest().getAlgorithm().getId();
        try {
            return MessageDigest.getInstance(algorithm, PROVIDER).digest(file);
        } catch (GeneralSecurityException e) {
            throw new Failed(Reason.SIGNATURE, "digest " + algorithm);
        }
    }

    private static void verifySignature(SecurityObject signed) throws Failed {
        try {
            // With the key alone: whether the certificate is valid is a question of its own, with an answer of its own.
            boolean right = signed.signer()
                    .verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(PROVIDER)
                            .build(new org.bouncycastle.cert.jcajce.JcaX509CertificateConverter()
                                    .setProvider(PROVIDER)
                                    .getCertificate(signed.certificate())
                                    .getPublicKey()));
            if (!right) {
                throw new Failed(Reason.SIGNATURE, "wrong");
            }
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | RuntimeException e) {
            throw new Failed(Reason.SIGNATURE, e.getClass().getSimpleName());
        }
    }

    /** The country that signed the document's signer. */
    private X509CertificateHolder signer(X509CertificateHolder documentSigner) throws Failed {
        List<X509CertificateHolder> signers = countries.certificates().stream()
                .filter(PassiveAuthentication::isAuthority)
                .filter(country -> country.getSubject().equals(documentSigner.getIssuer()))
                .filter(country -> isSigned(documentSigner, country))
                .toList();
        if (signers.isEmpty()) {
            throw new Failed(Reason.UNKNOWN_SIGNER, country(documentSigner.getIssuer()));
        }
        if (!documentSigner.isValidOn(today)) {
            throw new Failed(Reason.EXPIRED_SIGNER, "document signer");
        }
        // A country renews its certificate under the same name and sometimes with the same key.
        return signers.stream()
                .filter(country -> country.isValidOn(today))
                .findFirst()
                .orElseThrow(() -> new Failed(Reason.EXPIRED_SIGNER, "country"));
    }

    private static boolean isAuthority(X509CertificateHolder country) {
        BasicConstraints constraints = BasicConstraints.fromExtensions(country.getExtensions());
        return constraints != null && constraints.isCA();
    }

    private static boolean isSigned(X509CertificateHolder signer, X509CertificateHolder country) {
        try {
            return signer.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(PROVIDER)
                    .build(country));
        } catch (CertException | OperatorCreationException | GeneralSecurityException | RuntimeException e) {
            // Another algorithm than the country's key has: not signed by it.
            return false;
        }
    }

    /** {@code C} of the name in capital letters; empty if there is none. */
    private static String country(X500Name name) {
        RDN[] countries = name.getRDNs(BCStyle.C);
        return countries.length == 0
                ? ""
                : countries[0].getFirst().getValue().toString().toUpperCase(Locale.ROOT);
    }

    /** Why it could not be verified. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;
        private final String detail;

        Failed(Reason reason, String detail) {
            super(reason.name(), null, false, false);
            this.reason = reason;
            this.detail = detail;
        }
    }
}
