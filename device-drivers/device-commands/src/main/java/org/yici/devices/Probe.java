package org.yici.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.yici.device.Candidate;
import org.yici.device.DeviceConfig;
import org.yici.device.DriverProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Tells what is there, and how it would be configured. */
@Command(
        name = "probe",
        description = "Lists ports, readers and printers, and the configuration that they would have.",
        mixinStandardHelpOptions = true)
final class Probe implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Lines lines;

    @Option(
            names = "--ask",
            description = "also ask each whether it is one: sends a reader's question to every serial port")
    private boolean ask;

    Probe(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<DeviceConfig> found = new ArrayList<>();
        for (DriverProvider driver : ServiceLoader.load(DriverProvider.class)) {
            for (Candidate candidate : driver.candidates()) {
                lines.tell(
                        "candidate",
                        "driver",
                        driver.name(),
                        "kind",
                        Lines.word(driver.kind()),
                        "description",
                        candidate.description(),
                        "facts",
                        candidate.facts(),
                        "settings",
                        candidate.config().map(DeviceConfig::settings).orElse(Map.of()));
                lines.words().println(driver.name() + ": " + candidate.description());
                if (candidate.config().isPresent()
                        && (!ask || isOne(candidate.config().get()))) {
                    found.add(candidate.config().get());
                }
            }
        }
        String yaml = yaml(found);
        lines.tell("configuration", "devices", found.size(), "yaml", yaml);
        lines.words().print(found.isEmpty() ? "Nothing was found that could be configured.\n" : yaml);
        return found.isEmpty() ? 1 : 0;
    }

    private boolean isOne(DeviceConfig config) throws InterruptedException {
        try (Watched watched = new Watched(config, lines)) {
            return watched.isUsable(LONGEST);
        }
    }

    /** As it would stand in {@code session.yaml}. */
    private static String yaml(List<DeviceConfig> found) {
        List<Map<String, Object>> devices = new ArrayList<>();
        for (DeviceConfig config : found) {
            Map<String, Object> device = new LinkedHashMap<>();
            device.put("id", config.id().value());
            device.put("kind", config.kind().name());
            device.put("driver", config.driver());
            device.put("settings", config.settings());
            devices.add(device);
        }
        return YAMLMapper.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .build()
                .writeValueAsString(Map.of("devices", devices));
    }
}
