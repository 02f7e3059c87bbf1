package org.yici.admin.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.yici.contract.AssuranceLevel;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.CopyRequest;

class FingerprintsTest {
    private static CopyRequest request(String number, Instant readAt) {
        return new CopyRequest(
                new Citizen("林知夏", number),
                new IdentityEvidence(IdentityEvidence.Method.RESIDENT_ID_CARD, "05.03", AssuranceLevel.CARD, readAt),
                "social-insurance-record",
                "1");
    }

    private static PrivateKey secret() throws Exception {
        String encoded = "302e020100300506032b657004220420" + "01".repeat(32);
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of().parseHex(encoded)));
    }

    /** Requests that the database holds already are told from others by these bytes; computed with another HMAC implementation. */
    @Test
    void givesTheSameBytesInEveryRelease() throws Exception {
        Fingerprints fingerprints = new Fingerprints(secret());
        byte[] fingerprint = fingerprints.of(request("000101198802290029", Instant.EPOCH));
        assertThat(HexFormat.of().formatHex(fingerprint))
                .isEqualTo("45fbeea391f6ab58cf157d07884a36f4bd77c27603e6b0eb787991ac9690be75");
        assertThat(fingerprints.of(request("000101198802290029", Instant.MAX)))
                .as("the same request, the card read again")
                .isEqualTo(fingerprint);
        assertThat(fingerprints.of(request("000101198802290037", Instant.EPOCH)))
                .isNotEqualTo(fingerprint);
    }
}
