package org.yici.contract;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.hpke.HPKE;

/** The HPKE suite (RFC 9180) of version 1, for the packages that seal and open. */
public final class Hpke {
    private Hpke() {}

    /** A fresh engine: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305. */
    public static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }

    /** Keeps seals of this use apart from any other use of the same key. */
    public static byte[] info() {
        return "yici/v1/entry".getBytes(StandardCharsets.US_ASCII);
    }
}
