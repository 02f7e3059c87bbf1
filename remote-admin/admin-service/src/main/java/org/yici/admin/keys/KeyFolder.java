package org.yici.admin.keys;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The folder of the service's keys and certificates: certificates in PEM, private keys as PKCS#8 in PEM. {@code docs/service.md} says
 * what each file is for.
 */
public final class KeyFolder {
    private static final List<String> NEEDED = List.of(
            "terminal-ca.pem",
            "terminal-ca.key",
            "service-tls.pem",
            "service-tls.key",
            "service-mqtt.pem",
            "service-mqtt.key",
            "broker-ca.pem",
            "seal-signer.pem",
            "seal-signer.key",
            "centre-sealing.key",
            "pass-signing.key",
            "pass-signing.pub");

    private final Path folder;

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Refuses a folder in which files are missing or cannot be read, and names all of them. */
    public static KeyFolder open(Path folder) throws IOException {
        List<String> missing = new ArrayList<>(NEEDED);
        missing.removeIf(name -> Files.isReadable(folder.resolve(name)));
        if (!missing.isEmpty()) {
            throw new IOException("in the key folder " + folder + " these files are missing or cannot be read: "
                    + String.join(", ", missing));
        }
        return new KeyFolder(folder);
    }

    /** The certificate first, then those above it. */
    public List<X509Certificate> chain(String name) throws IOException {
        return PemContent.load(folder.resolve(name)).getCertificates();
    }

    public X509Certificate certificate(String name) throws IOException {
        return chain(name).get(0);
    }

    public PrivateKey privateKey(String name) throws IOException {
        PrivateKey key = PemContent.load(folder.resolve(name)).getPrivateKey();
        if (key == null) {
            throw new IOException(folder.resolve(name) + " holds no private key (PKCS#8, PEM)");
        }
        return key;
    }

    /** A public key of Ed25519 (SubjectPublicKeyInfo, PEM). */
    public PublicKey publicKey(String name) throws IOException {
        byte[] info = Base64.getMimeDecoder()
                .decode(text(name).replaceAll("-----[A-Z ]+-----", "").strip());
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info));
        } catch (GeneralSecurityException e) {
            throw new IOException(folder.resolve(name) + " holds no Ed25519 public key (PEM)", e);
        }
    }

    public String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** The texts of all files whose name matches, for keys of which older ones are kept. */
    public List<String> texts(String glob) throws IOException {
        List<String> texts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
            for (Path file : files) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }
}
