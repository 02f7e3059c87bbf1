package org.yici.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceVocabularyTest {
    private static final Pattern NAME = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");
    /** How the rows of the drivers' tables in docs/devices.md begin in which faults stand. */
    private static final List<String> ROWS = List.of(
            "| starting |",
            "| offline |",
            "| no device",
            "| hardware error |",
            "| online |",
            "| partial |",
            "| failed |",
            "| uncertain |",
            "| `");

    private static Set<String> faultsOfTheManual() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of(System.getProperty("yici.root"), "docs/devices.md"))) {
            boolean setting = line.matches("\\| `[^|]*\\| *(needed|[0-9]|false|as the|`impressions`| ).*")
                    && !line.contains(" clear ");
            if (!setting && ROWS.stream().anyMatch(line::startsWith)) {
                Matcher found = NAME.matcher(line);
                while (found.find()) {
                    names.add(found.group(1));
                }
            }
        }
        return names;
    }

    @Test
    void hasEveryFaultThatTheManualNames() throws IOException {
        Set<String> names = faultsOfTheManual();
        assertThat(names).hasSizeGreaterThan(30).allMatch(DeviceVocabulary::isFault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "media-empty-error",
                "finisher-jam-warning",
                "tray-empty",
                "printer-state=5",
                "printer-is-accepting-jobs=false",
                "HTTP 404",
                "0x0507 server-error-busy",
                "8010001D",
                "66 not-authorised",
                "errno 19",
                "9600 baud",
                "HttpConnectTimeoutException",
                "job-canceled-at-device,job-completed-with-errors"
            })
    void knowsWhatDriversSay(String code) {
        assertThat(DeviceVocabulary.isNativeCode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "林知夏",
                "lin-zhi-xia",
                "000101198802290029",
                "19880229",
                "errno 19 88",
                "66 80",
                "media-empty-error 0x8988",
                "HTTP 198",
                "media-empty\n"
            })
    void knowsNothingThatSpellsAnybody(String code) {
        assertThat(DeviceVocabulary.isNativeCode(code)).isFalse();
        assertThat(DeviceVocabulary.isFault(code)).isFalse();
        assertThat(DeviceVocabulary.fingerprint(code))
                .matches("#[a-zA-Z]{6}")
                .isEqualTo(DeviceVocabulary.fingerprint(code));
    }
}
