package org.yici.agent.identity;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates in PEM. */
final class Pem {
    private Pem() {}

    static List<X509Certificate> certificates(Path file) throws IdentityException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return certificates(in);
        } catch (IOException | CertificateException e) {
            throw new IdentityException("the certificate file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static List<X509Certificate> certificates(String text) throws CertificateException {
        return certificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<X509Certificate> certificates(InputStream in) throws CertificateException {
        List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                .map(X509Certificate.class::cast)
                .toList();
        if (found.isEmpty()) {
            throw new CertificateException("there is no certificate in it");
        }
        return found;
    }
}
