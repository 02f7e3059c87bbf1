package org.yici.devices;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.yici.device.BarcodeReader;
import org.yici.device.CodeEvent;
import org.yici.device.DeviceConfig;
import org.yici.device.DeviceId;
import org.yici.device.DeviceKind;
import org.yici.device.ScannedCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads codes that are held before a scanner. */
@Command(
        name = "scan",
        description = "Reads codes that are held before a scanner, and tells what they say.",
        mixinStandardHelpOptions = true)
final class Scan implements Callable<Integer> {
    private static final int MOST_CODES = 10_000;

    private final Lines lines;

    @Mixin
    private Port port = new Port();

    @Option(
            names = "--protocol",
            paramLabel = "X",
            defaultValue = "plain",
            description = "newland, honeywell, zebra-ssi or plain (${DEFAULT-VALUE})")
    private String protocol = "";

    @Option(
            names = "--baud",
            paramLabel = "B",
            defaultValue = "9600",
            description = "rate of the line (${DEFAULT-VALUE})")
    private String baud = "";

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1",
            description = "how many codes to read (${DEFAULT-VALUE})")
    private int count;

    Scan(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (count < 1 || count > MOST_CODES) {
            throw new IllegalArgumentException("--count must be 1 to " + MOST_CODES);
        }
        DeviceConfig config = new DeviceConfig(
                new DeviceId("code-scanner"),
                DeviceKind.BARCODE_READER,
                "scanner",
                Map.of("port", port.path(), "baud", baud, "protocol", protocol));
        BlockingQueue<CodeEvent> events = new LinkedBlockingQueue<>();
        try (Watched scanner = new Watched(config, lines)) {
            ((BarcodeReader) scanner.device()).read(events::add);
            lines.words().println("Waiting for a code on " + port.path() + " …");
            for (int left = count; left > 0; ) {
                CodeEvent event = events.poll(port.timeout(), TimeUnit.SECONDS);
                if (event == null) {
                    lines.tell(Line.of("timeout").with("seconds", port.timeout()));
                    lines.words().println("No code was seen within " + port.timeout() + " s.");
                    return 1;
                }
                left -= tell(event);
            }
            return 0;
        }
    }

    /** How many codes that was. */
    private int tell(CodeEvent event) {
        if (event instanceof CodeEvent.CodeRead read) {
            ScannedCode code = read.code().reveal();
            lines.tell(Line.of("code").with("text", code.text()).with("bytes", code.bytes().length));
            return 1;
        } else if (event instanceof CodeEvent.CodeRefused refused) {
            lines.tell(Line.of("refused").with("reason", refused.reason()).with("nativeCode", ""));
            lines.words().println("What came is no code: hold it again.");
        }
        return 0;
    }
}
