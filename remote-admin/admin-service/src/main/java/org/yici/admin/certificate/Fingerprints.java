package org.yici.admin.certificate;

import java.security.PrivateKey;
import org.yici.admin.keys.DerivedKey;
import org.yici.contract.https.CopyRequest;

/**
 * Tells whether two requests ask for the same, without keeping what they ask: an HMAC-SHA256 under a key that the database never
 * sees, so that a fingerprint does not give a citizen's number away to somebody who tries all numbers.
 */
final class Fingerprints {
    private static final String PURPOSE = "yici/v1/request-fingerprint";

    private final DerivedKey key;

    /** @param secret a private key of the service; the fingerprints' own key is derived from it */
    Fingerprints(PrivateKey secret) {
        this.key = new DerivedKey(secret, PURPOSE);
    }

    byte[] of(CopyRequest request) {
        return key.mac(String.join(
                "\n", request.citizen().name(), request.citizen().number(), request.kind(), request.consent()));
    }
}
