package org.yici.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yici.bench.scanner.ScannerProtocol;
import org.yici.bench.x11.DisplayName;

/**
 * How a bench is set up. Ports of 0 choose free ones.
 *
 * @param data folder below which {@code run/yici} and {@code var/lib/yici} lie
 * @param printerTlsPort where the printer speaks TLS too
 * @param deviceGroup group that may open the reader's and the scanner's port and use the smart-card service
 * @param scanner what the code scanner speaks at first
 * @param chipFolder where the socket of the smart-card service lies
 * @param chipService whether the smart-card service runs at first
 * @param perPage how long the printer takes for a page
 * @param wireSpeed whether reader and scanner send no faster than 115200 baud
 * @param screenFile frame buffer file of the virtual screen
 * @param display X server to ask and to touch; empty: no screen
 * @param authority file with the X server's cookie
 * @param adminUrl where the page's link to the administrator's page leads
 */
public record BenchConfig(
        Path data,
        int port,
        int printerPort,
        Optional<Integer> printerTlsPort,
        List<ProxyLine> proxies,
        Optional<String> deviceGroup,
        ScannerProtocol scanner,
        Path chipFolder,
        boolean chipService,
        Duration perPage,
        boolean wireSpeed,
        Optional<Path> screenFile,
        Optional<DisplayName> display,
        Optional<Path> authority,
        Optional<URI> adminUrl) {

    public BenchConfig {
        proxies = List.copyOf(proxies);
    }

    /** Everything on free ports, quick, without a screen: for tests. */
    public static BenchConfig quick(Path data) {
        return new BenchConfig(
                data,
                0,
                0,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                ScannerProtocol.NEWLAND,
                chipFolder(data),
                true,
                Duration.ofMillis(50),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Where the smart-card service's socket lies if nothing else is said. */
    public static Path chipFolder(Path data) {
        return data.resolve("run/yici/pcscd");
    }

    /** The link that the kiosk opens as the reader's port. */
    public Path readerLink() {
        return data.resolve("run/yici/reader");
    }

    /** The link that the kiosk opens as the code scanner's port. */
    public Path scannerLink() {
        return data.resolve("run/yici/scanner");
    }

    /** Where sessions under test tell what they show. */
    public Path onlookerSocket() {
        return data.resolve("run/yici/onlooker.sock");
    }

    /** What the bench keeps on disk. */
    public Path stateFolder() {
        return data.resolve("var/lib/yici");
    }

    /** Where the certificates of countries lie that sign the people's passports. */
    public Path countriesFolder() {
        return stateFolder().resolve("countries");
    }

    /** Where the printed sheets lie as files. */
    public Path paperFolder() {
        return stateFolder().resolve("paper");
    }
}
