package org.yici.admin.certificate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yici.contract.https.CopyRequest;

/**
 * Tells whether two requests ask for the same, without keeping what they ask: an HMAC-SHA256 under a key that the database never
 * sees, so that a fingerprint does not give a citizen's number away to somebody who tries all numbers.
 */
final class Fingerprints {
    private static final String PURPOSE = "yici/v1/request-fingerprint";

    private final SecretKeySpec key;

    /** @param secret a private key of the service; the fingerprints' own key is derived from it */
    Fingerprints(PrivateKey secret) {
        this.key = new SecretKeySpec(mac(new SecretKeySpec(secret.getEncoded(), "HmacSHA256"), PURPOSE), "HmacSHA256");
    }

    byte[] of(CopyRequest request) {
        return mac(
                key,
                String.join(
                        "\n", request.citizen().name(), request.citizen().number(), request.kind(), request.consent()));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
