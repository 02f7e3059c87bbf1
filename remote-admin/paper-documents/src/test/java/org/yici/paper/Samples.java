package org.yici.paper;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yici.base.Personal;
import org.yici.paper.certificate.CertificateIdentifier;
import org.yici.paper.certificate.InsuranceCertificate;
import org.yici.paper.certificate.InsuranceRow;
import org.yici.paper.font.PaperFonts;

/** Invented people, departments and authorities. */
public final class Samples {
    public static final PaperFonts FONTS = PaperFonts.load();
    public static final Instant SEALED_AT = Instant.parse("2026-11-22T09:35:09Z");
    public static final String NUMBER = "000101198802290029";
    public static final LocalDate BIRTH = LocalDate.of(1988, 2, 29);
    public static final String ISSUER = "启明县社会保险服务中心";

    private Samples() {}

    public static CertificateIdentifier identifier() {
        return new CertificateIdentifier("00000000000000000A001", "000100000000000017", "20261122000042", "001");
    }

    public static InsuranceCertificate certificate() {
        return certificate("林知夏", "个人购房");
    }

    public static InsuranceCertificate certificate(String name, String purpose) {
        return new InsuranceCertificate(
                InsuranceCertificate.TITLE,
                identifier(),
                Personal.of(name),
                Personal.of(NUMBER),
                Personal.of(BIRTH),
                List.of(
                        new InsuranceRow("企业职工基本养老保险", "正常参保", YearMonth.of(2012, 7), 172),
                        new InsuranceRow("失业保险", "正常参保", YearMonth.of(2012, 7), 172),
                        new InsuranceRow("工伤保险", "正常参保", YearMonth.of(2014, 3), 152)),
                purpose,
                ISSUER,
                LocalDate.of(2026, 11, 22));
    }

    /** A certificate with its key. */
    public record Party(X509Certificate certificate, KeyPair keys) {}

    public static KeyPair keys(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("EC") ? 256 : 3072);
        return generator.generateKeyPair();
    }

    public static Party authority(String name) throws Exception {
        return authority(name, 2026);
    }

    /** Valid for twenty years from the beginning of {@code fromYear}. */
    public static Party authority(String name, int fromYear) throws Exception {
        KeyPair keys = keys("EC");
        int usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
        return new Party(sign(name, keys, name, keys, true, usage, fromYear, fromYear + 20), keys);
    }

    public static Party intermediate(Party authority) throws Exception {
        KeyPair keys = keys("EC");
        String issuer = authority.certificate().getSubjectX500Principal().getName();
        return new Party(
                sign("CN=Intermediate", keys, issuer, authority.keys(), true, KeyUsage.keyCertSign, 2026, 2040), keys);
    }

    public static Party signer(Party authority) throws Exception {
        return signer(authority, "EC", KeyUsage.digitalSignature | KeyUsage.nonRepudiation, 2026, 2031);
    }

    public static Party signer(Party authority, String algorithm, int usage, int fromYear, int toYear)
            throws Exception {
        KeyPair keys = keys(algorithm);
        String issuer = authority.certificate().getSubjectX500Principal().getName();
        return new Party(sign("CN=" + ISSUER, keys, issuer, authority.keys(), false, usage, fromYear, toYear), keys);
    }

    private static X509Certificate sign(
            String subject, KeyPair keys, String issuer, KeyPair by, boolean ca, int usage, int fromYear, int toYear)
            throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(Instant.parse(fromYear + "-01-01T00:00:00Z")),
                Date.from(Instant.parse(toYear + "-01-01T00:00:00Z")),
                new X500Name(subject),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    }
}
