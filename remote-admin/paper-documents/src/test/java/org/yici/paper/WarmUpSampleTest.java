package org.yici.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.yici.paper.certificate.CertificateLayout;
import org.yici.paper.copy.Preview;
import org.yici.paper.seal.PdfSealer;

final class WarmUpSampleTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/yici/paper");

    @Test
    void warmsUpOnTheBuiltInSample() {
        assertThatCode(() -> PaperWarmUp.run(Samples.FONTS, 540)).doesNotThrowAnyException();
    }

    @Test
    void theSampleIsOnePage() throws Exception {
        byte[] sample = Files.readAllBytes(RESOURCES.resolve("warm-up.pdf"));
        assertThat(new Preview(Samples.FONTS).pages(sample, 300)).hasSize(1);
    }

    /** Makes the sample anew: {@code YICI_SAMPLE=write mvn test -Dtest=WarmUpSampleTest}. Its keys are thrown away. */
    @Test
    @EnabledIfEnvironmentVariable(named = "YICI_SAMPLE", matches = "write")
    void writesTheSample() throws Exception {
        Samples.Party authority = Samples.authority("CN=warm-up sample");
        Samples.Party signer = Samples.signer(authority);
        byte[] pdf = new CertificateLayout(Samples.FONTS).layOut(Samples.certificate());
        byte[] sealed =
                new PdfSealer(signer.keys().getPrivate(), List.of(signer.certificate())).seal(pdf, Samples.SEALED_AT);
        Files.write(RESOURCES.resolve("warm-up.pdf"), sealed);
        Files.writeString(
                RESOURCES.resolve("warm-up-ca.pem"), pem(authority.certificate().getEncoded()));
    }

    private static String pem(byte[] certificate) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }
}
