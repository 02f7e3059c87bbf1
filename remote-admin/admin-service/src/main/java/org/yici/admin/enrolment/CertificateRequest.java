package org.yici.admin.enrolment;

import java.io.IOException;
import java.io.StringReader;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.yici.admin.terminal.RequestRefused;
import org.yici.base.TerminalId;
import org.yici.contract.https.ProblemCode;

/**
 * A checked certificate request (PKCS#10, RFC 2986).
 *
 * @param key the terminal's public key, on P-256 or P-384; whoever asked holds its private half
 */
record CertificateRequest(PublicKey key) {
    private static final int LONGEST_PEM = 8192;

    /** Refuses what is not a request, not for exactly {@code CN=terminal}, of another kind of key, or not signed by its own key. */
    static CertificateRequest check(String pem, TerminalId terminal) {
        if (pem.length() > LONGEST_PEM) {
            throw refused("a certificate request of " + pem.length() + " characters");
        }
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            if (!(parser.readObject() instanceof PKCS10CertificationRequest request)) {
                throw refused("not a certificate request in PEM");
            }
            return check(new JcaPKCS10CertificationRequest(request), terminal);
        } catch (IOException
                | InvalidKeyException
                | NoSuchAlgorithmException
                | OperatorCreationException
                | PKCSException
                | IllegalArgumentException
                | ClassCastException e) {
            throw refused("a certificate request that cannot be read");
        }
    }

    private static CertificateRequest check(JcaPKCS10CertificationRequest request, TerminalId terminal)
            throws InvalidKeyException, NoSuchAlgorithmException, OperatorCreationException, PKCSException {
        if (!isCommonName(request.getSubject(), terminal.value())) {
            throw refused("the subject of the request is not CN=" + terminal);
        }
        if (!(request.getPublicKey() instanceof ECPublicKey key) || !isKnownCurve(request)) {
            throw refused("the key of the request is not on P-256 or P-384");
        }
        if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
            throw refused("the request is not signed by its own key");
        }
        return new CertificateRequest(key);
    }

    private static boolean isKnownCurve(PKCS10CertificationRequest request) {
        return request.getSubjectPublicKeyInfo().getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve
                && (curve.equals(X9ObjectIdentifiers.prime256v1) || curve.equals(SECObjectIdentifiers.secp384r1));
    }

    private static boolean isCommonName(X500Name subject, String name) {
        RDN[] parts = subject.getRDNs();
        return parts.length == 1
                && !parts[0].isMultiValued()
                && parts[0].getFirst().getType().equals(BCStyle.CN)
                && IETFUtils.valueToString(parts[0].getFirst().getValue()).equals(name);
    }

    private static RequestRefused refused(String detail) {
        return new RequestRefused(ProblemCode.MALFORMED, detail);
    }
}
