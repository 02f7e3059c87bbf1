package org.yici.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yici.devices.Ran.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yici.bench.chip.ChipFarEnd;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is on this machine, as scripts see it. */
class ProbeTest {
    @Test
    void probesWithoutAskingAnybody() {
        Ran ran = run("probe");
        assertThat(ran.last().path("what").asString()).isEqualTo("configuration");
        assertThat(ran.last().path("yaml").asString()).startsWith("devices:");
        assertThat(ran.exit()).isEqualTo(ran.last().path("devices").asInt() > 0 ? 0 : 1);
    }

    private static List<JsonNode> chipReaders(Ran ran) {
        return ran.objects().stream()
                .filter(object -> object.path("driver").asString("").equals("pcsc"))
                .toList();
    }

    @Test
    void listsChipCardReadersAndConfiguresThem() throws IOException {
        try (ChipBench bench = new ChipBench()) {
            Ran empty = run("probe");
            assertThat(empty.exit()).isZero();
            JsonNode reader = chipReaders(empty).get(0);
            assertThat(reader.path("kind").asString()).isEqualTo("chip-card-reader");
            assertThat(reader.path("description").asString()).isEqualTo(ChipFarEnd.READER);
            assertThat(reader.path("facts").path("card").asString()).isEqualTo("none");
            assertThat(reader.path("settings").path("reader").asString()).isEqualTo(ChipFarEnd.READER);
            // It has two slots, as many a real one has.
            assertThat(configured(empty))
                    .extracting(device -> device.path("id").asString())
                    .containsExactly("chip-card-reader", "chip-card-reader-2");
            JsonNode device = configured(empty).get(0);
            assertThat(device.path("kind").asString()).isEqualTo("CHIP_CARD_READER");
            assertThat(device.path("driver").asString()).isEqualTo("pcsc");
            assertThat(device.path("settings").path("reader").asString()).isEqualTo(ChipFarEnd.READER);

            bench.insert("lin-zhixia");
            Ran full = run("probe");
            assertThat(chipReaders(full).get(0).path("facts").path("card").asString())
                    .isEqualTo("in");
            assertThat(full.words()).contains("pcsc: " + ChipFarEnd.READER + ", a card is in it");
            assertThat(bench.farEnd().heard()).isEmpty();
        }
    }

    private static List<JsonNode> configured(Ran ran) {
        List<JsonNode> devices = new ArrayList<>();
        for (JsonNode device :
                new YAMLMapper().readTree(ran.last().path("yaml").asString()).path("devices")) {
            if (device.path("driver").asString().equals("pcsc")) {
                devices.add(device);
            }
        }
        return devices;
    }

    @Test
    void saysThatTheSmartCardServiceKnowsNoReaderOrDoesNotRun() throws IOException {
        try (ChipBench bench = new ChipBench()) {
            bench.farEnd().unplug();
            Ran none = run("probe");
            assertThat(none.words()).contains("the smart-card service runs and knows no reader");
            assertThat(configured(none)).isEmpty();
            bench.farEnd().killService();
            Ran ran = run("probe");
            assertThat(ran.words()).contains("the smart-card service does not run", "start pcscd");
            assertThat(chipReaders(ran)).hasSize(1);
            assertThat(chipReaders(ran).get(0).path("settings").isEmpty()).isTrue();
            assertThat(configured(ran)).isEmpty();
        }
    }
}
