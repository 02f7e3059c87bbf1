package org.yici.driver.ipp;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Knows a printer by its one certificate. Printers sign their own, for names and dates that mean nothing, so neither is looked at, and no
 * authority that the machine trusts counts. Thread-safe.
 */
final class PinnedCertificate extends X509ExtendedTrustManager {
    private final Optional<String> sha256;

    /** @param sha256 of the certificate, hexadecimal in small letters; empty: none is trusted, and the refusal names the one that came */
    PinnedCertificate(Optional<String> sha256) {
        this.sha256 = sha256;
    }

    /** The printer showed another certificate than the one it is known by. */
    static final class Unknown extends CertificateException {
        private static final long serialVersionUID = 1L;

        private final String sha256;

        Unknown(String sha256) {
            super("another certificate");
            this.sha256 = sha256;
        }

        /** Of the certificate that it showed. */
        String sha256() {
            return sha256;
        }
    }

    /** A context in which only this certificate is trusted. */
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        String shown = digest(chain[0]);
        if (sha256.filter(shown::equals).isEmpty()) {
            throw new Unknown(shown);
        }
    }

    private static String digest(X509Certificate certificate) throws CertificateException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("no clients here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("no clients here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
