package org.yici.paper.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A detached CMS signature as PAdES B-B wants it: content type, digest and signing-certificate-v2 signed, no signing-time, DER. */
final class CadesSignature {
    private final PrivateKey key;
    private final X509Certificate signer;
    private final List<X509Certificate> enclosed;
    private final String algorithm;

    CadesSignature(PrivateKey key, List<X509Certificate> chain) throws GeneralSecurityException {
        this.key = key;
        this.signer = chain.get(0);
        this.enclosed = chain.stream()
                .filter(c -> !c.getSubjectX500Principal().equals(c.getIssuerX500Principal()))
                .toList();
        this.algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> throw new GeneralSecurityException("no seals with keys of kind " + key.getAlgorithm());
        };
        requireFit();
    }

    /** One signature tried against the certificate: a wrong pair of files is found at start, not at the first citizen. */
    private void requireFit() throws GeneralSecurityException {
        byte[] sample = {1, 2, 3};
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(sample);
        byte[] made = signing.sign();
        Signature checking = Signature.getInstance(algorithm);
        checking.initVerify(signer.getPublicKey());
        checking.update(sample);
        if (!checking.verify(made)) {
            throw new GeneralSecurityException("the seal's key and its certificate are not a pair");
        }
    }

    /** The CMS bytes, DER. */
    byte[] over(byte[] content) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(attributes())
                            .build(new JcaContentSignerBuilder(algorithm).build(key), signer));
            generator.addCertificates(new JcaCertStore(enclosed));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("signing " + content.length + " bytes with " + algorithm + " failed", e);
        }
    }

    private CMSAttributeTableGenerator attributes() throws GeneralSecurityException {
        ESSCertIDv2 id = new ESSCertIDv2(
                MessageDigest.getInstance("SHA-256").digest(signer.getEncoded()),
                new IssuerSerial(
                        new GeneralNames(new GeneralName(X500Name.getInstance(
                                signer.getIssuerX500Principal().getEncoded()))),
                        signer.getSerialNumber()));
        AttributeTable certificate = new AttributeTable(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id))));
        return parameters -> new DefaultSignedAttributeTableGenerator(certificate)
                .getAttributes(parameters)
                .remove(CMSAttributes.signingTime)
                .remove(CMSAttributes.cmsAlgorithmProtect);
    }
}
