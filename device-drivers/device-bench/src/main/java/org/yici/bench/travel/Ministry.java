package org.yici.bench.travel;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.yici.bench.chip.ChipCard;
import org.yici.bench.chip.ChipCardKind;
import org.yici.bench.chip.ChipQuirk;
import org.yici.bench.people.Person;

/** A country that makes travel documents: its certificate, its document signer's, and what that signs. Keys are made anew with each. */
public final class Ministry {
    private static final LocalDate LONG_AGO = LocalDate.of(2005, 1, 1);
    private static final LocalDate LONG_AHEAD = LocalDate.of(2099, 1, 1);
    private static final int ZONE = 0x0101;
    private static final int DETAILS = 0x010B;
    private static final int SECURITY_OBJECT = 0x011D;
    private static final int CONTENTS = 0x011E;
    private static final int FURTHER_THAN_IT_GOES = 16;

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final String country;
    private final String algorithm;
    private final KeyPair countryKey;
    private final KeyPair signerKey;

    /**
     * @param country two letters
     * @param algorithm as Java names it, for example {@code SHA256withECDSA}
     */
    public Ministry(String country, String algorithm) {
        this.country = country;
        this.algorithm = algorithm;
        countryKey = key(algorithm);
        signerKey = key(algorithm);
    }

    private static KeyPair key(String algorithm) {
        boolean rsa = algorithm.contains("RSA");
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC", PROVIDER);
            keys.initialize(rsa ? 2048 : 256);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keys for " + algorithm, e);
        }
    }

    private X500Name name(String part) {
        return new X500Name("C=" + country + ",O=Ministry,CN=" + part);
    }

    private X509CertificateHolder certificate(
            String part, KeyPair key, boolean authority, LocalDate from, LocalDate to) {
        try {
            return new JcaX509v3CertificateBuilder(
                            name("CSCA"),
                            BigInteger.valueOf(authority ? 1 : 2),
                            date(from),
                            date(to),
                            name(part),
                            key.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                    .build(signing(countryKey));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate for " + part, e);
        }
    }

    private ContentSigner signing(KeyPair key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(key.getPrivate());
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** The country's certificate, with which it signs those of its document signers. */
    public X509CertificateHolder countryCertificate(LocalDate from, LocalDate to) {
        return certificate("CSCA", countryKey, true, from, to);
    }

    /** The country's name and key in a certificate that may not sign others. */
    public X509CertificateHolder notAnAuthority() {
        return certificate("CSCA", countryKey, false, LONG_AGO, LONG_AHEAD);
    }

    /** Writes the country's certificate, valid for long, into a folder that is made if it is missing; the file's name is the country's. */
    public Path publish(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(country.toLowerCase(Locale.ROOT) + ".cer");
        return Files.write(file, countryCertificate(LONG_AGO, LONG_AHEAD).getEncoded());
    }

    /** EF.SOD with the hashes of these data groups by number, signed by a signer valid for long. */
    public byte[] securityObject(Map<Integer, byte[]> dataGroups) {
        return securityObject(dataGroups, LONG_AGO, LONG_AHEAD);
    }

    /** The same by a signer whose certificate is valid from one day to another. */
    public byte[] securityObject(Map<Integer, byte[]> dataGroups, LocalDate from, LocalDate to) {
        try {
            X509CertificateHolder signer = certificate("DS", signerKey, false, from, to);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(PROVIDER)
                            .build())
                    .build(signing(signerKey), signer));
            generator.addCertificate(signer);
            CMSProcessableByteArray content = new CMSProcessableByteArray(
                    ICAOObjectIdentifiers.id_icao_ldsSecurityObject,
                    hashes(dataGroups).getEncoded());
            return DataObject.of(0x77, generator.generate(content, true).getEncoded());
        } catch (IOException | GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IllegalStateException("the ministry cannot sign", e);
        }
    }

    private static LDSSecurityObject hashes(Map<Integer, byte[]> dataGroups) throws GeneralSecurityException {
        List<DataGroupHash> hashes = new ArrayList<>();
        for (Map.Entry<Integer, byte[]> each : dataGroups.entrySet()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(each.getValue());
            hashes.add(new DataGroupHash(each.getKey(), new DEROctetString(hash)));
        }
        return new LDSSecurityObject(
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), hashes.toArray(new DataGroupHash[0]));
    }

    /** The chip of a whole document. */
    public BacCard document(PassportPage page) {
        return new BacCard(page.key())
                .with(CONTENTS, DataGroups.contents())
                .with(ZONE, page.zoneFile())
                .with(DETAILS, page.detailsFile())
                .with(SECURITY_OBJECT, securityObject(Map.of(1, page.zoneFile(), 11, page.detailsFile())));
    }

    private static final int SHORT_READ = 128;
    private static final int LONG_READ = 256;

    /** A name with a control character and a day of birth of which only year and month are known. */
    private static final byte[] ODD_DETAILS = DataGroups.details("NAME\u0007", "", "197408");

    /** The passport of a person who holds one. */
    public ChipCard passport(Person person) {
        PassportPage page = PassportPage.of(person);
        byte[] zone = page.zoneFile();
        return new ChipCard(ChipCardKind.PASSPORT, Optional.of(person), quirks -> document(page)
                .with(ZONE, () -> quirks.test(ChipQuirk.FILE_TOO_LONG) ? tooLong(zone) : zone)
                .with(DETAILS, () -> quirks.test(ChipQuirk.ODD_DETAILS) ? ODD_DETAILS : page.detailsFile())
                .givingAtMost(() -> quirks.test(ChipQuirk.SHORT_READS) ? SHORT_READ : LONG_READ, 0x6700, true));
    }

    /** The same file, which says that it goes on. */
    private static byte[] tooLong(byte[] file) {
        byte[] changed = file.clone();
        changed[1] += FURTHER_THAN_IT_GOES;
        return changed;
    }
}
