package org.yici.session.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.yici.base.AnchoredTrust;
import org.yici.base.Time;

/** TLS that trusts one file of certificates, at the time that it is given, and nothing of the machine's. */
public final class ServiceTrust {
    private ServiceTrust() {}

    /** Anchored in the certificates of {@code pem} (service-ca.pem) alone. */
    public static SSLContext anchoredIn(Path pem, Time time) throws IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            List<X509Certificate> anchors = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (anchors.isEmpty()) {
                throw new IOException(pem + " holds no certificate");
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnchoredTrust(anchors, time)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(pem + " does not hold certificates in PEM form", e);
        }
    }
}
