package org.yici.driver.chip.travel;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;

/**
 * The certificates of countries that sign travel documents (country signing CAs, ICAO 9303-12), which this terminal trusts. Where they come
 * from is what makes them trustworthy: a ministry's own, or a master list whose signature somebody has checked. Immutable.
 */
public final class Countries {
    /** Nobody is trusted. */
    public static final Countries NONE = new Countries(List.of());

    private final List<X509CertificateHolder> certificates;

    private Countries(List<X509CertificateHolder> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /** All files {@code .cer}, {@code .crt}, {@code .der} and {@code .pem} in the folder; one that is no certificate is named and refused. */
    public static Countries of(Path folder) {
        List<X509CertificateHolder> certificates = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().matches(".*\\.(cer|crt|der|pem)")) {
                    certificates.add(certificate(file));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("countries: " + folder + " cannot be read", e);
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("countries: no certificate (.cer, .crt, .der, .pem) in " + folder);
        }
        return new Countries(certificates);
    }

    private static X509CertificateHolder certificate(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .startsWith("-----")
                    ? ofText(file)
                    : new X509CertificateHolder(Files.readAllBytes(file));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("countries: " + file + " is no certificate", e);
        }
    }

    private static X509CertificateHolder ofText(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                PEMParser parser = new PEMParser(reader)) {
            if (parser.readObject() instanceof X509CertificateHolder certificate) {
                return certificate;
            }
            throw new IOException("another object");
        }
    }

    List<X509CertificateHolder> certificates() {
        return certificates;
    }

    boolean isEmpty() {
        return certificates.isEmpty();
    }
}
