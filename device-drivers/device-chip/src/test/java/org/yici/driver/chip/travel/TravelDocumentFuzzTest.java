package org.yici.driver.chip.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.bench.travel.Ministry;
import org.yici.bench.travel.PassportPage;
import org.yici.device.TravelDocument;
import org.yici.device.TravelDocumentKey;
import org.yici.device.TravelDocumentProof;
import org.yici.device.contract.Fuzz;
import org.yici.driver.chip.CardRefusal;

/** Whatever stands in a chip's files: they are read or refused, and nothing that was changed is verified. */
class TravelDocumentFuzzTest {
    private static final TravelDocumentKey KEY =
            new TravelDocumentKey("L898902C3", LocalDate.of(1974, 8, 12), LocalDate.of(2012, 4, 15));

    @Test
    void noChangedFileIsVerified(@TempDir Path folder) throws Exception {
        Ministry utopia = new Ministry("UT", "SHA256withECDSA");
        PassiveAuthentication authentication =
                new PassiveAuthentication(Trust.in(utopia, folder), LocalDate.of(2011, 7, 1));
        byte[] zone = PassportPage.SPECIMEN.zoneFile();
        byte[] details = PassportPage.SPECIMEN.detailsFile();
        byte[] signed = utopia.securityObject(Map.of(1, zone, 11, details));
        Fuzz.run("travel documents", random -> {
            TravelDocumentFiles files = new TravelDocumentFiles(
                    maybe(zone, random), Optional.of(maybe(details, random)), Optional.of(maybe(signed, random)));
            try {
                TravelDocument document = TravelDocumentApplication.document(files, KEY);
                assertThat(document.number()).isEqualTo("L898902C3");
                assertThat(document.birth()).isEqualTo(KEY.birth());
            } catch (CardRefusal e) {
                assertThat(e.nativeCode()).isNotBlank();
            }
            TravelDocumentProof proof = authentication.verify(files.securityObject(), files.dataGroups(), "UTO");
            if (proof instanceof TravelDocumentProof.Verified) {
                assertThat(files.zone()).isEqualTo(zone);
                assertThat(files.details())
                        .hasValueSatisfying(file -> assertThat(file).isEqualTo(details));
            }
        });
    }

    private static byte[] maybe(byte[] file, Random random) {
        return random.nextInt(3) == 0 ? Fuzz.damaged(file, random) : file;
    }
}
