package org.yici.agent.identity;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.yici.base.TerminalId;

/**
 * A key in the making: an EC key on P-256 and its PKCS#10 request in a work folder (0700), until the centre's certificate has come. Only
 * {@link #install} changes what the terminal has; closing removes the work folder.
 */
public final class EnrolmentKey implements AutoCloseable {
    private final TerminalId terminal;
    private final Path folder;
    private final KeyFiles files;

    private EnrolmentKey(TerminalId terminal, Path folder) {
        this.terminal = terminal;
        this.folder = folder;
        this.files = KeyFiles.in(folder);
    }

    /** Makes the key, in a new folder below {@code state}. */
    public static EnrolmentKey make(Path state, TerminalId terminal) throws IdentityException {
        try {
            Files.createDirectories(state);
            EnrolmentKey made = new EnrolmentKey(terminal, Files.createTempDirectory(state, ".enrol-"));
            try {
                made.makeKey();
            } catch (IOException | IdentityException e) {
                made.close();
                throw e;
            }
            return made;
        } catch (IOException e) {
            throw new IdentityException("no key can be made in " + state + ": " + e, e);
        }
    }

    private void makeKey() throws IOException, IdentityException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createFile(
                files.password(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(files.password(), HexFormat.of().formatHex(random) + "\n");
        run("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + terminal, "-validity", "1");
        Files.setPosixFilePermissions(files.keyStore(), PosixFilePermissions.fromString("rw-------"));
    }

    /** The request in PEM. */
    public String request() throws IdentityException {
        Path file = folder.resolve("request.pem");
        run("-certreq", "-file", file.toString());
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IdentityException("the certificate request cannot be read: " + e, e);
        }
    }

    /**
     * Takes the chain that the centre made and puts key and chain into place: first the password, then, by one rename, the key store.
     * Refuses a chain that is not for this terminal or not for this key.
     */
    public void install(String chain, KeyFiles place) throws IdentityException {
        check(chain);
        try {
            Path file = folder.resolve("chain.pem");
            Files.writeString(file, chain);
            run("-importcert", "-noprompt", "-file", file.toString());
            Files.setPosixFilePermissions(files.keyStore(), PosixFilePermissions.fromString("rw-------"));
            move(files.password(), place.password());
            move(files.keyStore(), place.keyStore());
        } catch (IOException e) {
            throw new IdentityException("the key cannot be put into place: " + e, e);
        }
    }

    private void check(String chain) throws IdentityException {
        try {
            X509Certificate own = Pem.certificates(chain).get(0);
            String expected = "CN=" + terminal;
            List<String> names = List.of(own.getSubjectX500Principal().getName().split(","));
            if (!names.contains(expected)) {
                throw new IdentityException("the centre's certificate is for "
                        + own.getSubjectX500Principal().getName() + ", not for " + expected);
            }
        } catch (CertificateException e) {
            throw new IdentityException("what the centre sent is no certificate: " + e.getMessage(), e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(to.toAbsolutePath().getParent())) {
            channel.force(true);
        }
    }

    private void run(String command, String... arguments) throws IdentityException {
        List<String> common = List.of(
                command,
                "-alias",
                KeyFiles.ALIAS,
                "-storetype",
                "PKCS12",
                "-keystore",
                files.keyStore().toString(),
                "-storepass:file",
                files.password().toString());
        KeyTool.run(Stream.concat(common.stream(), Stream.of(arguments)).toList());
    }

    @Override
    public void close() throws IdentityException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new IdentityException("the work folder " + folder + " cannot be removed: " + e, e);
        }
    }
}
