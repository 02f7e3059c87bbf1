package org.yici.agent.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS that trusts the anchors of one file and nothing else, with or without the terminal's own key. */
public final class Tls {
    private Tls() {}

    /** For a machine that has no certificate yet. */
    public static SSLContext anonymous(Path anchors) throws IdentityException {
        return context(null, anchors);
    }

    /** With the terminal's key; refuses, with what to do, if it is not enrolled. */
    public static SSLContext mutual(KeyFiles key, Path anchors) throws IdentityException {
        return context(keys(key), anchors);
    }

    private static SSLContext context(KeyManager @Nullable [] keys, Path anchors) throws IdentityException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(anchorStore(Pem.certificates(anchors)));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IdentityException("no TLS with the anchors of " + anchors + ": " + e.getMessage(), e);
        }
    }

    private static KeyStore anchorStore(List<X509Certificate> anchors) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < anchors.size(); i++) {
            store.setCertificateEntry("anchor-" + i, anchors.get(i));
        }
        return store;
    }

    private static KeyManager[] keys(KeyFiles files) throws IdentityException {
        if (!files.exist()) {
            throw new IdentityException("this terminal is not enrolled: " + files.keyStore()
                    + " is missing; run the agent's \"enrol\" with a one-time code first");
        }
        try (InputStream in = Files.newInputStream(files.keyStore())) {
            char[] password = Files.readString(files.password()).strip().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return keys.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IdentityException("the terminal's key " + files.keyStore() + " cannot be read: " + e, e);
        }
    }
}
