package org.yici.admin.access;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.boot.ssl.pem.PemContent;
import org.yici.admin.TestKeys;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.keys.TlsContexts;

/** A key with a certificate of any name, from the terminals' authority or from one that somebody made up. */
record Identity(PrivateKey key, X509Certificate certificate) {
    static Identity ofTerminalsAuthority(String name) throws Exception {
        KeyFolder keys = TestKeys.open();
        return make(name, keys.certificate("terminal-ca.pem"), keys.privateKey("terminal-ca.key"));
    }

    /** From an authority that calls itself as the true one does. */
    static Identity ofAnotherAuthority(String name) throws Exception {
        X509Certificate genuine = TestKeys.open().certificate("terminal-ca.pem");
        KeyPair keys = pair();
        X500Name issuer = X500Name.getInstance(genuine.getSubjectX500Principal().getEncoded());
        return new Identity(keys.getPrivate(), sign(name, keys, issuer, pair().getPrivate()));
    }

    private static Identity make(String name, X509Certificate authority, PrivateKey authorityKey) throws Exception {
        KeyPair keys = pair();
        X500Name issuer =
                X500Name.getInstance(authority.getSubjectX500Principal().getEncoded());
        return new Identity(keys.getPrivate(), sign(name, keys, issuer, authorityKey));
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate sign(String name, KeyPair keys, X500Name issuer, PrivateKey with) throws Exception {
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                issuer,
                                BigInteger.valueOf(now.toEpochMilli()),
                                Date.from(now.minusSeconds(60)),
                                Date.from(now.plusSeconds(3600)),
                                new X500Name("CN=" + name),
                                keys.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(with)));
    }

    /** Shows this certificate and trusts what the file of the trust folder says. */
    SSLContext tls(String authority) throws Exception {
        return TlsContexts.client(
                key,
                List.of(certificate),
                PemContent.load(TestKeys.trust().resolve(authority)).getCertificates());
    }
}
