package org.yici.agent.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.yici.base.AnchoredTrust;
import org.yici.base.Time;

/** TLS that trusts the anchors of one file and nothing else, at the time that it is given, with or without the terminal's own key. */
public final class Tls {
    private Tls() {}

    /** For a machine that has no certificate yet. */
    public static SSLContext anonymous(Path anchors, Time time) throws IdentityException {
        return context(null, anchors, time);
    }

    /** With the terminal's key; refuses, with what to do, if it is not enrolled. */
    public static SSLContext mutual(KeyFiles key, Path anchors, Time time) throws IdentityException {
        return context(keys(key), anchors, time);
    }

    private static SSLContext context(KeyManager @Nullable [] keys, Path anchors, Time time) throws IdentityException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {new AnchoredTrust(Pem.certificates(anchors), time)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IdentityException("no TLS with the anchors of " + anchors + ": " + e.getMessage(), e);
        }
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
