package org.yici.paper.seal;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.yici.paper.seal.SealVerdict.Reason;

/**
 * The one shape of CMS (RFC 5652) that is accepted. All of it is either signed or fixed here, so that no byte of it can be changed
 * unseen; attributes outside the signature, such as time stamps, belong to other profiles.
 */
final class CmsProfile {
    private static final Map<ASN1ObjectIdentifier, ASN1ObjectIdentifier> DIGEST_OF_SIGNATURE = Map.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256, NISTObjectIdentifiers.id_sha256,
            X9ObjectIdentifiers.ecdsa_with_SHA384, NISTObjectIdentifiers.id_sha384,
            X9ObjectIdentifiers.ecdsa_with_SHA512, NISTObjectIdentifiers.id_sha512,
            PKCSObjectIdentifiers.sha256WithRSAEncryption, NISTObjectIdentifiers.id_sha256,
            PKCSObjectIdentifiers.sha384WithRSAEncryption, NISTObjectIdentifiers.id_sha384,
            PKCSObjectIdentifiers.sha512WithRSAEncryption, NISTObjectIdentifiers.id_sha512,
            PKCSObjectIdentifiers.rsaEncryption, NISTObjectIdentifiers.id_sha256);
    private static final Set<ASN1ObjectIdentifier> SIGNED_ATTRIBUTES = Set.of(
            CMSAttributes.contentType, CMSAttributes.messageDigest, PKCSObjectIdentifiers.id_aa_signingCertificateV2);

    private CmsProfile() {}

    static void require(byte[] cms) throws Refusal, IOException {
        ContentInfo info = ContentInfo.getInstance(cms);
        if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            throw new Refusal(Reason.MALFORMED);
        }
        SignedData data = SignedData.getInstance(info.getContent());
        ASN1Set signers = data.getSignerInfos();
        if (signers.size() != 1) {
            throw new Refusal(signers.size() > 1 ? Reason.SEVERAL_SEALS : Reason.MALFORMED);
        }
        SignerInfo signer = SignerInfo.getInstance(signers.getObjectAt(0));
        if (!isCanonical(cms, info, data, signer)) {
            throw new Refusal(Reason.ALTERED);
        }
        if (!isDetached(data) || !isPlain(signer) || !fit(data.getDigestAlgorithms(), signer)) {
            throw new Refusal(Reason.MALFORMED);
        }
    }

    /** Built again from its parts it must give the same bytes: reading forgives tags that writing would not choose. */
    private static boolean isCanonical(byte[] cms, ContentInfo info, SignedData data, SignerInfo signer)
            throws IOException {
        SignedData rebuilt = new SignedData(
                data.getDigestAlgorithms(),
                data.getEncapContentInfo(),
                data.getCertificates(),
                data.getCRLs(),
                new DERSet(signer.toASN1Primitive()));
        byte[] again = new ContentInfo(info.getContentType(), rebuilt).getEncoded(ASN1Encoding.DER);
        return Arrays.equals(cms, again);
    }

    private static boolean isDetached(SignedData data) {
        return data.getVersion().hasValue(1)
                && data.getEncapContentInfo().getContentType().equals(CMSObjectIdentifiers.data)
                && data.getEncapContentInfo().getContent() == null
                && data.getCRLs() == null
                && data.getCertificates() != null;
    }

    private static boolean isPlain(SignerInfo signer) {
        return signer.getVersion().hasValue(1)
                && signer.getUnauthenticatedAttributes() == null
                && signer.getAuthenticatedAttributes() != null
                && attributes(signer).equals(SIGNED_ATTRIBUTES);
    }

    private static Set<ASN1ObjectIdentifier> attributes(SignerInfo signer) {
        return Stream.of(signer.getAuthenticatedAttributes().toArray())
                .map(Attribute::getInstance)
                .filter(attribute -> attribute.getAttrValues().size() == 1)
                .map(Attribute::getAttrType)
                .collect(Collectors.toSet());
    }

    private static boolean fit(ASN1Set digests, SignerInfo signer) {
        AlgorithmIdentifier digest = signer.getDigestAlgorithm();
        AlgorithmIdentifier signature = signer.getDigestEncryptionAlgorithm();
        return digests.size() == 1
                && AlgorithmIdentifier.getInstance(digests.getObjectAt(0)).equals(digest)
                && hasNoParameters(digest)
                && hasNoParameters(signature)
                && digest.getAlgorithm().equals(DIGEST_OF_SIGNATURE.get(signature.getAlgorithm()));
    }

    private static boolean hasNoParameters(AlgorithmIdentifier algorithm) {
        return algorithm.getParameters() == null || algorithm.getParameters().equals(DERNull.INSTANCE);
    }
}
