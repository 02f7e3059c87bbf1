package org.yici.proof.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Poppler's {@code pdfsig} with a certificate database of its own (NSS), made with {@code certutil}. */
final class Pdfsig {
    private static final Pattern SIGNATURE = Pattern.compile("- Signature Validation: (.*?)\\.?\\R");
    private static final Pattern CERTIFICATE = Pattern.compile("- Certificate Validation: (.*?)\\.?\\R");

    private final Path folder;
    private final Path database;
    private int files;

    /** What it says of one file; the words of its output. */
    record Verdict(String signature, String certificate, boolean whole) {
        /** Everything is in order. */
        boolean good() {
            return signature.equals("Signature is Valid") && certificate.equals("Certificate is Trusted") && whole;
        }

        String words() {
            return certificate.isEmpty()
                    ? signature
                    : signature + "; " + certificate + (whole ? "" : "; not the whole file");
        }
    }

    /** Trusts {@code anchor} alone to sign. */
    Pdfsig(Path folder, X509Certificate anchor) throws IOException, InterruptedException, GeneralSecurityException {
        this.folder = folder;
        this.database = Files.createDirectories(folder.resolve("nss"));
        Path pem = folder.resolve("anchor.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(anchor.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        String nss = "sql:" + database;
        run("certutil", "-N", "-d", nss, "--empty-password");
        run("certutil", "-A", "-d", nss, "-n", "anchor", "-t", "CT,C,C", "-i", pem.toString());
    }

    Verdict of(byte[] pdf) throws IOException, InterruptedException {
        files++;
        Path file = Files.write(folder.resolve("document-" + files + ".pdf"), pdf);
        String said = run("pdfsig", "-nssdir", database.toString(), file.toString());
        if (said.contains("does not contain any signatures")) {
            return new Verdict("no signatures", "", false);
        }
        if (!said.contains("- Signature Validation")) {
            return new Verdict("no document", "", false);
        }
        boolean whole = said.contains("- Total document signed") && !said.contains("- Not total document signed");
        return new Verdict(words(SIGNATURE, said), words(CERTIFICATE, said), whole);
    }

    private static String words(Pattern line, String said) {
        Matcher found = line.matcher(said);
        return found.find() ? found.group(1) : "";
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command[0] + " does not end");
        }
        return output;
    }
}
