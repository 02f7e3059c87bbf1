package org.yici.admin.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key for HMAC-SHA256 that is derived from a private key of the service, one for each purpose. Thread-safe. */
public final class DerivedKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param purpose a constant of the program; the same purpose gives the same key in every instance */
    public DerivedKey(PrivateKey secret, String purpose) {
        this.key = new SecretKeySpec(mac(new SecretKeySpec(secret.getEncoded(), ALGORITHM), purpose), ALGORITHM);
    }

    /** HMAC-SHA256 over the text in UTF-8. */
    public byte[] mac(String text) {
        return mac(key, text);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
