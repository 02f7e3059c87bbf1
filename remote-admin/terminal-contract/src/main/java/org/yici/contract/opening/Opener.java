package org.yici.contract.opening;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.yici.contract.Hpke;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.SealedBox;
import org.yici.contract.sealing.CentreKey;

/** Opens what was sealed to one of the centre's keys. Thread-safe. */
public final class Opener {
    private final Map<String, AsymmetricCipherKeyPair> keys = new ConcurrentHashMap<>();

    private Opener() {}

    /** An opener with the private keys of these PKCS#8 PEM texts, the current one and older ones. */
    public static Opener ofPem(List<String> pems) throws IOException {
        Opener opener = new Opener();
        for (String pem : pems) {
            byte[] der = Base64.getMimeDecoder()
                    .decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
            if (!(PrivateKeyFactory.createKey(der) instanceof X25519PrivateKeyParameters key)) {
                throw new IOException("a sealing key is not of X25519");
            }
            byte[] info = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey())
                    .getEncoded();
            opener.keys.put(CentreKey.idOf(info), new AsymmetricCipherKeyPair(key.generatePublicKey(), key));
        }
        return opener;
    }

    /** The content; empty if the key is not one of ours, or header or content were changed. */
    public Optional<byte[]> open(EntryHeader header, SealedBox box) {
        AsymmetricCipherKeyPair pair = keys.get(box.keyId());
        if (pair == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Hpke.suite()
                    .open(
                            box.encapsulated(),
                            pair,
                            Hpke.info(),
                            header.associatedData(box.keyId()),
                            box.ciphertext(),
                            null,
                            null,
                            null));
        } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
