package org.yici.base;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts what leads to its anchors and is valid at the time of {@link Time#now}: with the Java platform's own path check (RFC 5280), which
 * would otherwise ask the machine's clock. Nothing of the machine's trust store counts; revocation is not asked. Thread-safe.
 */
public final class AnchoredTrust extends X509ExtendedTrustManager {
    private final Set<TrustAnchor> anchors;
    private final Time time;

    /** @throws InvalidAlgorithmParameterException if there is no anchor */
    public AnchoredTrust(Collection<X509Certificate> anchors, Time time) throws InvalidAlgorithmParameterException {
        this.anchors =
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toUnmodifiableSet());
        this.time = time;
        new PKIXBuilderParameters(this.anchors, new X509CertSelector());
    }

    /** The platform's judge takes its time when it is made; handshakes are rare. */
    private X509ExtendedTrustManager now() throws CertificateException {
        try {
            PKIXBuilderParameters path = new PKIXBuilderParameters(anchors, new X509CertSelector());
            path.setRevocationEnabled(false);
            path.setDate(Date.from(time.now()));
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(path));
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new CertificateException("paths cannot be judged here", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        now().checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        now().checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        now().checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        now().checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        now().checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        now().checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return anchors.stream().map(TrustAnchor::getTrustedCert).toArray(X509Certificate[]::new);
    }
}
