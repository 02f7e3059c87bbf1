package org.yici.devices;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.yici.base.Personal;
import org.yici.base.Time;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.TravelDocumentKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads the chip card that lies in a PC/SC reader, or the next that is inserted. */
@Command(
        name = "read-chip-card",
        description =
                "Reads the chip card that lies in the reader, or the next that is inserted: a social-security card, "
                        + "or a travel document with what is printed in it.",
        mixinStandardHelpOptions = true)
final class ReadChipCard implements Callable<Integer> {
    private final Lines lines;

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            defaultValue = "first",
            description = "the reader's name as pcsc_scan -r shows it; \"first\" for the first one (${DEFAULT-VALUE})")
    private String reader = "";

    @ArgGroup(exclusive = false)
    private @Nullable PrintedKey printed;

    @Option(
            names = "--countries",
            paramLabel = "FOLDER",
            description = "certificates of the countries that are trusted to sign travel documents")
    private @Nullable String countries;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "30",
            description = "seconds to wait for a card (${DEFAULT-VALUE})")
    private int timeout;

    @Mixin
    private Reveal reveal = new Reveal(false);

    ReadChipCard(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        if (timeout < 1) {
            throw new IllegalArgumentException("--timeout must be at least 1");
        }
        LocalDate today = LocalDate.ofInstant(Time.system().now(), ZoneOffset.UTC);
        Optional<Personal<TravelDocumentKey>> key = Optional.ofNullable(printed).map(each -> each.on(today));
        DeviceConfig config = config();
        Answer answer;
        try (Watched watched = new Watched(config, lines)) {
            String wanted = config.setting("reader").orElse("");
            answer = new ChipVisit(watched, lines, key, reveal, wanted).answer(timeout);
        }
        // The device has ended: none of its statuses comes behind the last object.
        return answer.tell(lines);
    }

    private DeviceConfig config() {
        Map<String, String> settings = new HashMap<>(Chosen.chipReader(reader));
        if (countries != null) {
            settings.put("countries", countries);
        }
        return new DeviceConfig(new DeviceId("chip-card-reader"), DeviceKind.CHIP_CARD_READER, "pcsc", settings);
    }
}
