package org.yici.bench.ipp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The key and the self-signed certificate with which a printer comes out of its box: made anew each time by the JDK's {@code keytool}, for
 * 127.0.0.1 and localhost.
 */
public final class TlsIdentity {
    private static final String ALIAS = "printer";
    private static final String PASSWORD_VARIABLE = "BENCH_STORE_PASSWORD";
    private static final int PASSWORD_BYTES = 16;

    /** A program that starts a virtual machine; on a machine with all hands full that takes seconds. */
    private static final long PATIENCE_SECONDS = 60;

    private final SSLContext context;
    private final String sha256;

    private TlsIdentity(SSLContext context, String sha256) {
        this.context = context;
        this.sha256 = sha256;
    }

    /** Blocks for a second or so. The folder holds the key while it is being made and not afterwards. */
    public static TlsIdentity make(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path store = folder.resolve("printer.p12");
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        try {
            Files.deleteIfExists(store);
            generate(store, password);
            return load(store, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("the printer's key at " + store + " cannot be used", e);
        } finally {
            Files.deleteIfExists(store);
        }
    }

    private static void generate(Path store, String password) throws IOException {
        ProcessBuilder keytool = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "3650",
                "-dname",
                "CN=yici-bench",
                "-ext",
                "SAN=IP:127.0.0.1,DNS:localhost",
                "-storetype",
                "PKCS12",
                "-storepass:env",
                PASSWORD_VARIABLE,
                "-keystore",
                store.toString()));
        keytool.environment().put(PASSWORD_VARIABLE, password);
        Process process = keytool.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = end(process);
        if (code != 0) {
            throw new IOException("keytool ended with " + code + ": " + said.strip());
        }
    }

    private static int end(Process process) throws IOException {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IOException("keytool does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool was at work", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static TlsIdentity load(Path store, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        byte[] certificate = keys.getCertificate(ALIAS).getEncoded();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate);
        return new TlsIdentity(context, HexFormat.of().formatHex(digest));
    }

    SSLContext context() {
        return context;
    }

    /** SHA-256 of the certificate in DER, 64 digits in lower case. */
    public String sha256() {
        return sha256;
    }
}
