package org.yici.paper.seal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Store;
import org.yici.paper.seal.SealVerdict.Reason;

/**
 * The CMS structure in the hole, once its signature over the content was found good. Says nothing about whose it is.
 *
 * @param enclosed all certificates in it, the signer's among them
 */
record CmsSeal(X509Certificate signer, List<X509Certificate> enclosed) {

    static CmsSeal verified(SealedRange range) throws Refusal, IOException {
        byte[] cms = withoutPadding(range.seal());
        CmsProfile.require(cms);
        try {
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(range.content()), cms);
            SignerInformation information =
                    signed.getSignerInfos().getSigners().iterator().next();
            X509CertificateHolder signer = onlySigner(signed.getCertificates(), information);
            requireNamed(information, signer);
            if (!information.verify(new JcaSimpleSignerInfoVerifierBuilder().build(signer))) {
                throw new Refusal(Reason.ALTERED);
            }
            return new CmsSeal(certificate(signer), certificates(signed.getCertificates()));
        } catch (CMSException | CertificateException | OperatorCreationException e) {
            throw new Refusal(Reason.ALTERED);
        }
    }

    /** /Contents is longer than the CMS structure; the rest must be zeros, or bytes could hide there. */
    private static byte[] withoutPadding(byte[] seal) throws Refusal, IOException {
        ASN1Primitive structure;
        try (ASN1InputStream in = new ASN1InputStream(seal)) {
            structure = in.readObject();
        }
        if (structure == null) {
            throw new Refusal(Reason.ALTERED);
        }
        byte[] cms = structure.getEncoded(ASN1Encoding.DER);
        boolean canonical = Arrays.equals(cms, Arrays.copyOf(seal, Math.min(cms.length, seal.length)));
        for (int i = cms.length; canonical && i < seal.length; i++) {
            canonical = seal[i] == 0;
        }
        if (!canonical) {
            throw new Refusal(Reason.ALTERED);
        }
        return cms;
    }

    @SuppressWarnings("unchecked") // SignerId is a Selector of certificate holders
    private static X509CertificateHolder onlySigner(
            Store<X509CertificateHolder> certificates, SignerInformation information) throws Refusal, IOException {
        for (X509CertificateHolder certificate : certificates.getMatches(null)) {
            boolean named =
                    certificate.getSerialNumber().equals(information.getSID().getSerialNumber())
                            && Arrays.equals(
                                    certificate.getIssuer().getEncoded(),
                                    information.getSID().getIssuer().getEncoded());
            if (named) {
                return certificate;
            }
        }
        throw new Refusal(Reason.ALTERED);
    }

    /** The signed attribute signing-certificate-v2 must name the certificate by its hash, or it could be exchanged. */
    private static void requireNamed(SignerInformation information, X509CertificateHolder signer)
            throws Refusal, IOException {
        var attribute = information.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        ESSCertIDv2[] named = SigningCertificateV2.getInstance(attribute.getAttributeValues()[0])
                .getCerts();
        if (named.length != 1
                || !named[0].getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                || !MessageDigest.isEqual(named[0].getCertHash(), sha256(signer.getEncoded()))) {
            throw new Refusal(Reason.ALTERED);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static List<X509Certificate> certificates(Store<X509CertificateHolder> holders)
            throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : holders.getMatches(null)) {
            certificates.add(certificate(holder));
        }
        return List.copyOf(certificates);
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }
}
