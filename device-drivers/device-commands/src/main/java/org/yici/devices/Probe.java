package org.yici.devices;

import java.util.ArrayList;
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
                lines.tell(Line.of("candidate")
                        .with("driver", driver.name())
                        .with("kind", driver.kind())
                        .with("description", candidate.description())
                        .with("facts", candidate.facts())
                        .with(
                                "settings",
                                candidate.config().map(DeviceConfig::settings).orElse(Map.of())));
                lines.words().println(driver.name() + ": " + candidate.description());
                if (candidate.config().isPresent()
                        && (!ask || isOne(candidate.config().get()))) {
                    found.add(candidate.config().get());
                }
            }
        }
        String yaml = yaml(found);
        lines.tell(Line.of("configuration").with("devices", found.size()).with("yaml", yaml));
        lines.words().print(found.isEmpty() ? "Nothing was found that could be configured.\n" : yaml);
        return found.isEmpty() ? 1 : 0;
    }

    private boolean isOne(DeviceConfig config) throws InterruptedException {
        try (Watched watched = new Watched(config, lines)) {
            return watched.isUsable();
        }
    }

    /** As it would stand in {@code session.yaml}. */
    private static String yaml(List<DeviceConfig> found) {
        List<Map<String, Object>> devices = found.stream()
                .map(config -> Line.empty()
                        .with("id", config.id().value())
                        .with("kind", config.kind().name())
                        .with("driver", config.driver())
                        .with("settings", config.settings())
                        .fields())
                .toList();
        return YAMLMapper.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .build()
                .writeValueAsString(Map.of("devices", devices));
    }
}
