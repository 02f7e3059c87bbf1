package org.yici.contract.entry;

/**
 * Content that only the centre can read: HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305.
 *
 * @param keyId which of the centre's keys it is sealed to: the first 16 hexadecimal digits of SHA-256 over its SubjectPublicKeyInfo
 * @param encapsulated the encapsulated key, 32 bytes
 * @param ciphertext content and tag
 */
public record SealedBox(String keyId, byte[] encapsulated, byte[] ciphertext) {
    /** No content is longer. */
    public static final int LONGEST = 256 << 10;

    public SealedBox {
        if (encapsulated.length != 32) {
            throw new IllegalArgumentException("an encapsulated X25519 key has 32 bytes");
        }
        if (ciphertext.length < 16 || ciphertext.length > LONGEST + 16) {
            throw new IllegalArgumentException("sealed content has 0 to " + LONGEST + " bytes");
        }
        encapsulated = encapsulated.clone();
        ciphertext = ciphertext.clone();
    }

    @Override
    public String toString() {
        return "SealedBox[" + keyId + ", " + ciphertext.length + " bytes]";
    }
}
