package org.yici.driver.chip.travel;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A country that makes travel documents: its certificate, its document signer's, and what that signs. */
public final class Ministry {
    /** ICAO's specimen (9303-4, appendix B): Anna Maria Eriksson of Utopia. */
    static final String ZONE =
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    /** Number, birth and expiry as the chip's key is made of them. */
    public static final String PRINTED = "L898902C36" + "7408122" + "1204159";

    static final LocalDate TODAY = LocalDate.of(2011, 7, 1);

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final String country;
    private final String algorithm;
    private final KeyPair countryKey;
    private final KeyPair signerKey;

    /** {@code algorithm} as Java names it, for example {@code SHA256withECDSA}. */
    public Ministry(String country, String algorithm) throws Exception {
        this.country = country;
        this.algorithm = algorithm;
        KeyPairGenerator keys = KeyPairGenerator.getInstance(algorithm.contains("RSA") ? "RSA" : "EC", PROVIDER);
        keys.initialize(algorithm.contains("RSA") ? 2048 : 256);
        countryKey = keys.generateKeyPair();
        signerKey = keys.generateKeyPair();
    }

    private X500Name name(String part) {
        return new X500Name("C=" + country + ",O=Ministry,CN=" + part);
    }

    private X509CertificateHolder certificate(String part, KeyPair key, boolean authority, LocalDate from, LocalDate to)
            throws Exception {
        return new JcaX509v3CertificateBuilder(
                        name("CSCA"),
                        BigInteger.valueOf(authority ? 1 : 2),
                        date(from),
                        date(to),
                        name(part),
                        key.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                .build(new JcaContentSignerBuilder(algorithm)
                        .setProvider(PROVIDER)
                        .build(countryKey.getPrivate()));
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    X509CertificateHolder country(LocalDate from, LocalDate to) throws Exception {
        return certificate("CSCA", countryKey, true, from, to);
    }

    /** The country's name and key in a certificate that may not sign others. */
    X509CertificateHolder notAnAuthority() throws Exception {
        return certificate("CSCA", countryKey, false, LocalDate.of(2005, 1, 1), LocalDate.of(2099, 1, 1));
    }

    X509CertificateHolder signer(LocalDate from, LocalDate to) throws Exception {
        return certificate("DS", signerKey, false, from, to);
    }

    /** One who trusts this country; {@code folder} is used for its certificate. */
    public Countries trusted(Path folder) throws Exception {
        return trusted(folder, LocalDate.of(2005, 1, 1), LocalDate.of(2099, 1, 1));
    }

    Countries trusted(Path folder, LocalDate from, LocalDate to) throws Exception {
        Files.write(folder.resolve("csca.cer"), country(from, to).getEncoded());
        return Countries.of(folder);
    }

    /** EF.SOD by a signer valid for long. */
    public byte[] securityObject(Map<Integer, byte[]> dataGroups) throws Exception {
        return securityObject(dataGroups, LocalDate.of(2006, 1, 1), LocalDate.of(2099, 1, 1));
    }

    byte[] securityObject(Map<Integer, byte[]> dataGroups, LocalDate from, LocalDate to) throws Exception {
        List<DataGroupHash> hashes = new ArrayList<>();
        for (Map.Entry<Integer, byte[]> each : dataGroups.entrySet()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(each.getValue());
            hashes.add(new DataGroupHash(each.getKey(), new DEROctetString(hash)));
        }
        LDSSecurityObject content = new LDSSecurityObject(
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), hashes.toArray(new DataGroupHash[0]));
        X509CertificateHolder signer = signer(from, to);
        CMSSignedDataGenerator signing = new CMSSignedDataGenerator();
        signing.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                        .setProvider(PROVIDER)
                        .build())
                .build(
                        new JcaContentSignerBuilder(algorithm)
                                .setProvider(PROVIDER)
                                .build(signerKey.getPrivate()),
                        signer));
        signing.addCertificate(signer);
        return tlv(
                0x77,
                signing.generate(
                                new CMSProcessableByteArray(
                                        ICAOObjectIdentifiers.id_icao_ldsSecurityObject, content.getEncoded()),
                                true)
                        .getEncoded());
    }

    /** DG1 with ICAO's specimen. */
    public static byte[] zone() {
        return zone(ZONE);
    }

    static byte[] zone(String characters) {
        return tlv(0x61, tlv(0x5F1F, characters.getBytes(StandardCharsets.US_ASCII)));
    }

    /** DG11 with a full name, a number and a date of birth. */
    public static byte[] details() {
        return details("19740812");
    }

    static byte[] details(String birth) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(tlv(0x5C, new byte[] {0x5F, 0x0E, 0x5F, 0x10, 0x5F, 0x2B}));
        all.writeBytes(tlv(0x5F0E, "埃里克松<<安娜<玛丽亚".getBytes(StandardCharsets.UTF_8)));
        all.writeBytes(tlv(0x5F10, "ZE184226B".getBytes(StandardCharsets.US_ASCII)));
        all.writeBytes(tlv(0x5F2B, birth.getBytes(StandardCharsets.US_ASCII)));
        return tlv(0x6B, all.toByteArray());
    }

    /** EF.COM of a document with DG1 and DG11, which the driver does not need. */
    public static byte[] contents() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(tlv(0x5F01, "0107".getBytes(StandardCharsets.US_ASCII)));
        all.writeBytes(tlv(0x5F36, "040000".getBytes(StandardCharsets.US_ASCII)));
        all.writeBytes(tlv(0x5C, new byte[] {0x61, 0x6B}));
        return tlv(0x60, all.toByteArray());
    }

    /** A whole document. */
    public BacCard document() throws Exception {
        return new BacCard(PRINTED)
                .with(0x011E, contents())
                .with(0x0101, zone())
                .with(0x010B, details())
                .with(0x011D, securityObject(Map.of(1, zone(), 11, details())));
    }

    static byte[] tlv(int tag, byte[] value) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (tag > 0xFF) {
            all.write(tag >> 8);
        }
        all.write(tag);
        if (value.length > 0xFF) {
            all.write(0x82);
            all.write(value.length >> 8);
        } else if (value.length > 0x7F) {
            all.write(0x81);
        }
        all.write(value.length);
        all.writeBytes(value);
        return all.toByteArray();
    }

    static Set<String> algorithms() {
        return Set.of("SHA256withECDSA", "SHA256withRSA", "SHA256withRSAandMGF1");
    }
}
