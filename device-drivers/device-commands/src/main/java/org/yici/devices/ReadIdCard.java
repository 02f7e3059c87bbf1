package org.yici.devices;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.IdentityReader;
import org.yici.device.ReaderEvent;
import org.yici.device.ReaderEvent.CardRead;
import org.yici.device.ReaderEvent.CardRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads the card that lies on a resident-identity-card reader, or the next that is laid. */
@Command(
        name = "read-id-card",
        description = "Reads the card that lies on the reader, or the next that is laid.",
        mixinStandardHelpOptions = true)
final class ReadIdCard implements Callable<Integer> {
    private final Lines lines;

    @Mixin
    private Port port = new Port();

    @Option(
            names = "--baud",
            paramLabel = "B",
            defaultValue = "115200",
            description = "rate of the line (${DEFAULT-VALUE})")
    private String baud = "";

    @Mixin
    private Reveal reveal = new Reveal(false);

    ReadIdCard(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Integer call() throws InterruptedException {
        DeviceConfig config = new DeviceConfig(
                new DeviceId("id-card-reader"),
                DeviceKind.IDENTITY_READER,
                "sdt",
                Map.of(
                        "port",
                        port.path(),
                        "baud",
                        baud,
                        "poll-ms",
                        "100",
                        "newest-address",
                        "true",
                        "fingerprints",
                        "true"));
        BlockingQueue<ReaderEvent> events = new LinkedBlockingQueue<>();
        try (Watched reader = new Watched(config, lines)) {
            ((IdentityReader) reader.device()).onEvent(events::add);
            lines.words().println("Waiting for a card on " + port.path() + " …");
            ReaderEvent event = events.poll(port.timeout(), TimeUnit.SECONDS);
            if (event instanceof CardRead read) {
                reveal.warn(lines);
                lines.tell(CardLine.of(read, reveal));
                return 0;
            } else if (event instanceof CardRefused refused) {
                lines.tell(
                        Line.of("refused").with("reason", refused.reason()).with("nativeCode", refused.nativeCode()));
                lines.words().println(words(refused));
                return 1;
            }
            lines.tell(Line.of("timeout").with("seconds", port.timeout()));
            lines.words().println("No card was laid within " + port.timeout() + " s.");
            return 1;
        }
    }

    private static String words(CardRefused refused) {
        return switch (refused.reason()) {
            case UNREADABLE -> "The card could not be read (" + refused.nativeCode() + "): lift it and lay it again.";
            case NOT_TRUSTED -> "The card cannot be trusted: " + refused.nativeCode() + ".";
            case UNSUPPORTED -> "The card is of a kind that is not read here: " + refused.nativeCode() + ".";
        };
    }
}
