package org.yici.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.bench.scanner.ScannerProtocol;
import org.yici.bench.x11.DisplayName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The bench as a program: simulated hardware around one kiosk and a page to work it. Ends at SIGTERM. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = Bench.Version.class,
        description = "Simulated hardware around one kiosk, and a page on loopback to work it.")
public final class Bench implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Folder of the bench; run/ and var/ are made below it.")
    private Path data = Path.of("");

    @Option(names = "--port", defaultValue = "8490", description = "Port of the page (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--printer-port",
            defaultValue = "8631",
            description = "Port of the printer (default: ${DEFAULT-VALUE}).")
    private int printerPort;

    @Option(
            names = "--printer-tls-port",
            defaultValue = "0",
            description = "Port where the printer speaks TLS too; 0: none (default: ${DEFAULT-VALUE}).")
    private int printerTlsPort;

    @Option(
            names = "--proxy",
            paramLabel = "NAME=PORT:TARGET",
            description = "A line that can be cut, e.g. service=8444:8443.")
    private List<String> proxies = List.of();

    @Option(
            names = "--device-group",
            paramLabel = "GROUP",
            description = "Group that may open the reader's and the scanner's port and use the smart-card service.")
    private @Nullable String deviceGroup;

    @Option(
            names = "--scanner",
            paramLabel = "PROTOCOL",
            defaultValue = "newland",
            converter = Protocol.class,
            description = "What the code scanner speaks: newland, honeywell, zebra-ssi or plain"
                    + " (default: ${DEFAULT-VALUE}).")
    private ScannerProtocol scanner = ScannerProtocol.NEWLAND;

    @Option(
            names = "--chip",
            paramLabel = "FOLDER",
            description = "Where the socket of the smart-card service lies (default: DIR/run/yici/pcscd).")
    private @Nullable Path chip;

    @Option(names = "--no-chip", description = "Starts no smart-card service; the switch chip-service-gone does later.")
    private boolean noChip;

    @Option(names = "--screen-file", paramLabel = "FILE", description = "Frame buffer file of Xvfb -fbdir.")
    private @Nullable Path screenFile;

    @Option(names = "--no-screen", description = "Shows and touches no screen, whatever DISPLAY says.")
    private boolean noScreen;

    @Option(
            names = "--admin-url",
            paramLabel = "URL",
            description = "Where the link to the administrator's page leads.")
    private @Nullable URI adminUrl;

    @Option(
            names = "--page-millis",
            defaultValue = "1200",
            description = "How long the printer takes for a page (default: ${DEFAULT-VALUE}).")
    private int pageMillis;

    @Option(names = "--full-speed", description = "Reader and scanner send at once instead of at 115200 baud.")
    private boolean fullSpeed;

    public static void main(String[] args) {
        setDefault("logback.configurationFile", "logback-bench.xml");
        setDefault("java.awt.headless", "true");
        setDefault("sun.net.httpserver.nodelay", "true");
        int code = new CommandLine(new Bench()).execute(args);
        System.exit(code);
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        BenchConfig config = config();
        setDefault("pdfbox.fontcache", config.stateFolder().toString());
        RunningBench bench = RunningBench.start(config);
        Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "bench-end"));
        Logger log = LoggerFactory.getLogger(Bench.class);
        log.info("The bench is at {}", bench.page());
        log.info(
                "Reader at {}, scanner at {}, smart-card service at {}, printer at {}",
                config.readerLink(),
                config.scannerLink(),
                bench.hardware().chip().socket(),
                bench.hardware().ipp().uri());
        new CountDownLatch(1).await();
        return 0;
    }

    private BenchConfig config() {
        Path folder = data.toAbsolutePath().normalize();
        return new BenchConfig(
                folder,
                port,
                printerPort,
                Optional.of(printerTlsPort).filter(tls -> tls != 0),
                proxies.stream().map(ProxyLine::parse).toList(),
                Optional.ofNullable(deviceGroup),
                scanner,
                chip == null
                        ? BenchConfig.chipFolder(folder)
                        : chip.toAbsolutePath().normalize(),
                !noChip,
                Duration.ofMillis(pageMillis),
                !fullSpeed,
                noScreen ? Optional.empty() : Optional.ofNullable(screenFile),
                noScreen ? Optional.empty() : environment("DISPLAY").flatMap(DisplayName::parse),
                environment("XAUTHORITY").map(Path::of),
                Optional.ofNullable(adminUrl));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    static final class Protocol implements CommandLine.ITypeConverter<ScannerProtocol> {
        @Override
        public ScannerProtocol convert(String name) {
            return ScannerProtocol.named(name)
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "a scanner speaks newland, honeywell, zebra-ssi or plain, not '" + name + "'"));
        }
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Bench.class.getPackage().getImplementationVersion();
            return new String[] {"yici bench " + (version == null ? "(not packaged)" : version)};
        }
    }
}
