package org.yici.admin.broker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The revocation list that the broker reads. It is replaced whole or not at all, and never by one that is not good: Mosquitto 2.0 with a
 * list that it cannot read lets everybody in. A new list is written beside the old one and forced to the disk, read back from there and
 * checked, and only then takes the old one's place. Not thread-safe.
 */
final class RevocationListFile {
    /** A list that ends sooner is not worth installing: with one that is out of date nobody gets in. */
    private static final Duration LEAST_LIFE = Duration.ofDays(1);

    private final Path file;
    private final Path fresh;
    private final X509Certificate authority;
    private byte[] installed = {};
    private Set<BigInteger> named = Set.of();

    RevocationListFile(Path file, X509Certificate authority) {
        this.file = file;
        this.fresh = file.resolveSibling(file.getFileName() + ".new");
        this.authority = authority;
    }

    Path path() {
        return file;
    }

    /**
     * Puts the list in its place.
     *
     * @param list PEM
     * @param serials exactly what it must name
     * @throws IOException it could not be written, or is not good; the old list stays
     */
    void install(byte[] list, Set<BigInteger> serials, Instant now) throws IOException {
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(list);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        // The list is public; the broker's user is another one.
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
        byte[] back = Files.readAllBytes(fresh);
        Optional<String> fault = fault(back, serials, now);
        if (fault.isPresent() || !Arrays.equals(back, list)) {
            throw new IOException("the new revocation list " + fresh + " is not installed: "
                    + fault.orElse("it was read back other than it was written"));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        installed = list.clone();
        named = Set.copyOf(serials);
    }

    /** Whether the list that was installed last names all of these. */
    boolean names(Set<BigInteger> serials) {
        return installed.length > 0 && named.containsAll(serials);
    }

    /** Whether the list that was installed last is still in its place, byte for byte. */
    boolean isInPlace() {
        try {
            return installed.length > 0 && Arrays.equals(Files.readAllBytes(file), installed);
        } catch (IOException e) {
            return false;
        }
    }

    /** What is wrong with a list, in a few words; empty if nothing is. */
    private Optional<String> fault(byte[] list, Set<BigInteger> serials, Instant now) {
        try {
            X509CRL read =
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
            read.verify(authority.getPublicKey());
            if (!read.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
                return Optional.of("it is of another authority");
            }
            if (read.getNextUpdate() == null
                    || read.getNextUpdate().toInstant().isBefore(now.plus(LEAST_LIFE))
                    || read.getThisUpdate().toInstant().isAfter(now)) {
                return Optional.of("it is out of date");
            }
            return serials(read).equals(serials)
                    ? Optional.empty()
                    : Optional.of("it names other certificates than it should");
        } catch (GeneralSecurityException e) {
            return Optional.of("it cannot be read, or its signature is wrong");
        }
    }

    private static Set<BigInteger> serials(X509CRL list) {
        Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
        return entries == null
                ? Set.of()
                : entries.stream().map(X509CRLEntry::getSerialNumber).collect(Collectors.toSet());
    }
}
