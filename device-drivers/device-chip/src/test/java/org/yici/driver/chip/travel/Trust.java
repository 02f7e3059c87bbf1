package org.yici.driver.chip.travel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.yici.bench.travel.Ministry;

/** One who trusts a country. */
public final class Trust {
    private Trust() {}

    /** {@code folder} is used for the country's certificate. */
    public static Countries in(Ministry ministry, Path folder) throws Exception {
        ministry.publish(folder);
        return Countries.of(folder);
    }

    /** Its certificate is valid from one day to another. */
    static Countries in(Ministry ministry, Path folder, LocalDate from, LocalDate to) throws Exception {
        Files.write(
                folder.resolve("csca.cer"),
                ministry.countryCertificate(from, to).getEncoded());
        return Countries.of(folder);
    }
}
