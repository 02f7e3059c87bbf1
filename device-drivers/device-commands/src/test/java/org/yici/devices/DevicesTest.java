package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.devices.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that nobody can answer. */
class DevicesTest extends AtTheBench {
    @Test
    void tellsAWrongCallFromARefusal() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.yaml"), "devices: [{id: x, kind: TOASTER, driver: t}]");
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("dance"),
                List.of("read-id-card"),
                List.of("read-id-card", "--port", bench.port(), "--baud", "1200"),
                List.of("print", folder.resolve("none.pdf").toString(), "--printer", "ipp://localhost/x"),
                List.of("print", "x.pdf", "--printer", "lpd://localhost/x"),
                List.of("status", "--config", odd.toString()),
                List.of("status", "--config", folder.resolve("none.yaml").toString()))) {
            Ran ran = run(wrong.toArray(String[]::new));
            assertThat(ran.exit()).as(wrong + ": " + ran.words()).isEqualTo(2);
            assertThat(ran.words()).as(wrong.toString()).isNotBlank().doesNotContain("Exception", "enum constant");
            assertThat(ran.objects()).isEmpty();
        }
    }
}
