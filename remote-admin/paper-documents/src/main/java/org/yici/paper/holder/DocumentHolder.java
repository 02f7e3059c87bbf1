package org.yici.paper.holder;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whom a document is about: the name, and HMAC-SHA-256 (RFC 2104) of the identity document's number and the birth date under a random key of this
 * document. So two documents of one person have nothing in common but the name. Personal: belongs into the sealed PDF, and nowhere else.
 *
 * <p>What is authenticated, in UTF-8: {@code yici-holder-1}, the number in capitals and the birth date as in ISO 8601, each ended by a line feed.
 *
 * @param name as printed
 * @param key 32 random bytes of this document; not a secret, it stands beside the code
 * @param code 32 bytes
 */
public record DocumentHolder(String name, byte[] key, byte[] code) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    public DocumentHolder {
        if (name.isBlank() || key.length != BYTES || code.length != BYTES) {
            throw new IllegalArgumentException("a holder has a name, and key and code of " + BYTES + " bytes");
        }
        key = key.clone();
        code = code.clone();
    }

    /** For a new document, under a fresh key. */
    public static DocumentHolder of(String name, String number, LocalDate birth, SecureRandom random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new DocumentHolder(name, key, code(key, number, birth));
    }

    /** Whether number and birth date are the holder's; the name is compared elsewhere, by the rule for names. */
    public boolean hasNumberAndBirth(String number, LocalDate birth) {
        return MessageDigest.isEqual(code, code(key, number, birth));
    }

    private static byte[] code(byte[] key, String number, LocalDate birth) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            String text = "yici-holder-1\n" + number.strip().toUpperCase(Locale.ROOT) + "\n" + birth + "\n";
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public byte[] code() {
        return code.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentHolder that
                && name.equals(that.name)
                && MessageDigest.isEqual(key, that.key)
                && MessageDigest.isEqual(code, that.code);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "DocumentHolder";
    }
}
