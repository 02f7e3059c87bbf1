package org.yici.admin.enrolment;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yici.base.TerminalId;

/** Issues terminals' certificates: X.509 v3, {@code CN=terminal}, for TLS clients only (RFC 5280). Thread-safe. */
public final class TerminalAuthority {
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(10);
    private static final int SERIAL_BITS = 120;

    /** No terminal can be enrolled under it. */
    private static final String CANARY = "service-canary";

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Duration life;
    private final SecureRandom random = new SecureRandom();

    public TerminalAuthority(PrivateKey key, X509Certificate certificate, Duration life) {
        this.key = key;
        this.certificate = certificate;
        this.life = life;
    }

    /** A certificate for this key, valid from a little before {@code now} and never longer than the authority's own. */
    X509Certificate issue(TerminalId terminal, PublicKey subjectKey, Instant now) {
        return issue(terminal.value(), subjectKey, now, life);
    }

    /**
     * A certificate for the server itself, to be revoked at once and tried at the broker; good for as long as clocks may differ.
     *
     * @see org.yici.admin.broker
     */
    public X509Certificate issueCanary(PublicKey subjectKey, Instant now) {
        return issue(CANARY, subjectKey, now, CLOCK_DIFFERENCE);
    }

    private X509Certificate issue(String name, PublicKey subjectKey, Instant now, Duration length) {
        Instant authorityEnds = certificate.getNotAfter().toInstant();
        Instant ends = now.plus(length).isBefore(authorityEnds) ? now.plus(length) : authorityEnds;
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    certificate,
                    new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS),
                    Date.from(now.minus(CLOCK_DIFFERENCE)),
                    Date.from(ends),
                    new X500Name("CN=" + name),
                    subjectKey);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(subjectKey));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(certificate));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm(key)).build(key)));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("the certificate of " + name + " could not be issued", e);
        }
    }

    /** {@code issued} and the authority's own certificate, in PEM. */
    String chain(X509Certificate issued) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(issued);
            pem.writeObject(certificate);
        } catch (IOException e) {
            throw new IllegalStateException("writing PEM in memory failed", e);
        }
        return text.toString();
    }

    static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm().toUpperCase(Locale.ROOT)) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
    }
}
