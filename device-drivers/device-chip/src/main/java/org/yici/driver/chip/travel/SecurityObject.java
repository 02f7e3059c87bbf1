package org.yici.driver.chip.travel;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.yici.driver.chip.CardRefusal;

/** EF.SOD: the hashes of all data groups, signed (ICAO 9303-10, 4.6.2). Nothing in it is believed before its signature was verified. */
record SecurityObject(
        SignerInformation signer,
        X509CertificateHolder certificate,
        AlgorithmIdentifier digest,
        Map<Integer, byte[]> hashes) {
    private static final int TAG = 0x77;

    /** Says in the exception's message what is wrong with it. */
    static SecurityObject parse(byte[] file) throws Unreadable {
        try {
            CMSSignedData signed = new CMSSignedData(Tlv.only("SOD", file, TAG));
            require(
                    "content type",
                    ICAOObjectIdentifiers.id_icao_ldsSecurityObject.getId().equals(signed.getSignedContentTypeOID()));
            require("one signer", signed.getSignerInfos().size() == 1);
            SignerInformation signer =
                    signed.getSignerInfos().getSigners().iterator().next();
            Collection<X509CertificateHolder> certificates = signed.getCertificates().getMatches(null).stream()
                    .filter(each -> signer.getSID().match(each))
                    .toList();
            require("the signer's certificate", !certificates.isEmpty());
            LDSSecurityObject content =
                    LDSSecurityObject.getInstance(signed.getSignedContent().getContent());
            Map<Integer, byte[]> hashes = new TreeMap<>();
            for (DataGroupHash each : content.getDatagroupHash()) {
                hashes.put(
                        each.getDataGroupNumber(), each.getDataGroupHashValue().getOctets());
            }
            return new SecurityObject(
                    signer, certificates.iterator().next(), content.getDigestAlgorithmIdentifier(), hashes);
        } catch (CardRefusal e) {
            throw new Unreadable("data object", e);
        } catch (CMSException | RuntimeException e) {
            throw new Unreadable(e.getClass().getSimpleName(), e);
        }
    }

    private static void require(String what, boolean holds) throws Unreadable {
        if (!holds) {
            throw new Unreadable(what, null);
        }
    }

    /** Whether this is what was signed as that data group. */
    boolean isHash(int dataGroup, byte[] hash) {
        byte[] signed = hashes.get(dataGroup);
        return signed != null && Arrays.equals(signed, hash);
    }

    /** It cannot be understood. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String what, @org.jspecify.annotations.Nullable Throwable cause) {
            super(what, cause);
        }
    }
}
