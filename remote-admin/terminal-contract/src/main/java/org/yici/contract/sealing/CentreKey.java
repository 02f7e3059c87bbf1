package org.yici.contract.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** The centre's public sealing key: X25519, in a file as SubjectPublicKeyInfo in PEM (RFC 7468, 13; RFC 8410). */
public final class CentreKey {
    private final byte[] raw;
    private final String id;

    private CentreKey(byte[] raw, String id) {
        this.raw = raw;
        this.id = id;
    }

    /** Reads {@code centre-sealing.pem}; the message of a failure names the file. */
    public static CentreKey read(Path file) throws IOException {
        String pem = Files.readString(file);
        try {
            byte[] info = Base64.getMimeDecoder()
                    .decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
            return ofInfo(info);
        } catch (IllegalArgumentException | IOException e) {
            throw new IOException(file + " holds no X25519 public key in PEM", e);
        }
    }

    /** The key in a DER SubjectPublicKeyInfo. */
    public static CentreKey ofInfo(byte[] info) throws IOException {
        if (PublicKeyFactory.createKey(info) instanceof X25519PublicKeyParameters key) {
            return new CentreKey(key.getEncoded(), idOf(info));
        }
        throw new IOException("the key is not of X25519");
    }

    /** The id of the key with this SubjectPublicKeyInfo: the first 16 hexadecimal digits of its SHA-256. */
    public static String idOf(byte[] info) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(info), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String id() {
        return id;
    }

    byte[] raw() {
        return raw;
    }
}
