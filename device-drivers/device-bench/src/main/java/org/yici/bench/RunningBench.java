package org.yici.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.chip.ChipQuirk;
import org.yici.bench.fault.Fault;
import org.yici.bench.fault.Faults;
import org.yici.bench.ipp.IppPrinter;
import org.yici.bench.ipp.TlsIdentity;
import org.yici.bench.onlooker.OnlookerSocket;
import org.yici.bench.people.People;
import org.yici.bench.printer.Lack;
import org.yici.bench.printer.Lie;
import org.yici.bench.printer.Obstacle;
import org.yici.bench.printer.OutputTray;
import org.yici.bench.printer.Printer;
import org.yici.bench.proxy.CutProxy;
import org.yici.bench.scanner.ScannerFarEnd;
import org.yici.bench.scanner.ScannerQuirk;
import org.yici.bench.screen.Finger;
import org.yici.bench.screen.Screen;
import org.yici.bench.sdt.ReaderFarEnd;
import org.yici.bench.sdt.ReaderQuirk;
import org.yici.bench.travel.Ministry;
import org.yici.bench.web.BenchServer;
import org.yici.bench.web.Hardware;
import org.yici.bench.web.Signal;

/**
 * A bench with everything plugged in and listening. To close it takes away the links of reader and scanner, ends the
 * smart-card service and frees the ports.
 */
public final class RunningBench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningBench.class);

    private final Deque<AutoCloseable> parts;
    private final Hardware hardware;
    private final BenchServer server;

    private RunningBench(BenchConfig config, Deque<AutoCloseable> parts) throws IOException {
        this.parts = parts;
        ImageIO.setUseCache(false);
        Signal changed = new Signal();
        ReaderFarEnd reader =
                opened(new ReaderFarEnd(config.readerLink(), config.deviceGroup(), config.wireSpeed(), changed));
        reader.plug();
        ScannerFarEnd scanner = opened(new ScannerFarEnd(
                config.scannerLink(), config.deviceGroup(), config.scanner(), config.wireSpeed(), changed));
        scanner.plug();
        ChipFarEnd chip = opened(new ChipFarEnd(config.chipFolder(), config.deviceGroup(), changed));
        plug(chip, config.chipService());
        Ministry utopia = new Ministry("UT", "SHA256withECDSA");
        utopia.publish(config.countriesFolder());
        Printer printer =
                opened(new Printer(config.perPage(), new OutputTray(config.paperFolder()), Clock.systemUTC(), changed));
        IppPrinter ipp = opened(new IppPrinter(config.printerPort(), tls(config), printer, Clock.systemUTC()));
        List<CutProxy> proxies = new ArrayList<>();
        for (ProxyLine line : config.proxies()) {
            proxies.add(opened(new CutProxy(line.name(), line.port(), line.target(), changed)));
        }
        Screen screen = opened(new Screen(config.screenFile(), config.display(), config.authority(), changed));
        Finger finger = opened(new Finger(config.display(), config.authority()));
        OnlookerSocket onlookers = opened(new OnlookerSocket(config.onlookerSocket(), config.deviceGroup()));
        Faults faults = new Faults(faults(reader, scanner, chip, printer, ipp, proxies), changed);
        hardware = new Hardware(
                People.builtIn(),
                reader,
                scanner,
                chip,
                utopia,
                printer,
                ipp,
                proxies,
                screen,
                finger,
                onlookers.desk(),
                faults,
                config.adminUrl());
        server = opened(new BenchServer(config.port(), hardware, changed));
    }

    /** Starts everything; when one part cannot start, those before it are closed again. */
    public static RunningBench start(BenchConfig config) throws IOException {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            return new RunningBench(config, parts);
        } catch (IOException | RuntimeException e) {
            closeAll(parts);
            throw e;
        }
    }

    /** A bench on which the smart-card service cannot run has everything else. */
    private static void plug(ChipFarEnd chip, boolean service) throws IOException {
        chip.plug();
        if (service) {
            try {
                chip.startService();
            } catch (IOException e) {
                LOG.warn("There is no reader for chip cards: {}", e.getMessage());
            }
        }
    }

    private static Optional<IppPrinter.Tls> tls(BenchConfig config) throws IOException {
        return config.printerTlsPort().isPresent()
                ? Optional.of(new IppPrinter.Tls(config.printerTlsPort().get(), TlsIdentity.make(config.stateFolder())))
                : Optional.empty();
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    private static List<Fault> faults(
            ReaderFarEnd reader,
            ScannerFarEnd scanner,
            ChipFarEnd chip,
            Printer printer,
            IppPrinter ipp,
            List<CutProxy> proxies) {
        List<Fault> faults = new ArrayList<>();
        faults.add(fault("reader-unplugged", () -> !reader.isPlugged(), reader::unplug, reader::plug));
        for (ReaderQuirk quirk : ReaderQuirk.values()) {
            faults.add(new Fault(quirk.switchName(), () -> reader.reader().has(quirk), on -> reader.reader()
                    .set(quirk, on)));
        }
        faults.add(fault("scanner-unplugged", () -> !scanner.isPlugged(), scanner::unplug, scanner::plug));
        for (ScannerQuirk quirk : ScannerQuirk.values()) {
            faults.add(new Fault(quirk.switchName(), () -> scanner.scanner().has(quirk), on -> scanner.scanner()
                    .set(quirk, on)));
        }
        faults.add(fault("chip-unplugged", () -> !chip.isPlugged(), chip::unplug, chip::plug));
        faults.add(fault("chip-service-gone", () -> !chip.serviceRuns(), chip::killService, chip::startService));
        for (ChipQuirk quirk : ChipQuirk.values()) {
            faults.add(new Fault(quirk.switchName(), () -> chip.has(quirk), on -> chip.set(quirk, on)));
        }
        for (Obstacle obstacle : Obstacle.values()) {
            faults.add(new Fault(
                    obstacle.switchName(), () -> printer.isHindered(obstacle), on -> printer.hinder(obstacle, on)));
        }
        faults.add(fault("printer-gone", () -> !ipp.isReachable(), ipp::disconnect, ipp::connect));
        for (CutProxy proxy : proxies) {
            faults.add(fault(proxy.name() + "-gone", proxy::isCut, proxy::cut, proxy::join));
            faults.add(new Fault(proxy.name() + "-stalled", proxy::isStalled, proxy::stall));
        }
        for (Lie lie : Lie.values()) {
            faults.add(new Fault(lie.switchName(), () -> printer.lies(lie), on -> printer.lie(lie, on)));
        }
        for (Lack lack : Lack.values()) {
            faults.add(new Fault(lack.switchName(), () -> printer.lacks(lack), on -> printer.lack(lack, on)));
        }
        return faults;
    }

    private interface Act {
        void run() throws IOException;
    }

    private static Fault fault(String name, Supplier<Boolean> isOn, Act breaking, Act mending) {
        return new Fault(name, isOn::get, on -> (on ? breaking : mending).run());
    }

    /** The page. */
    public URI page() {
        return server.uri();
    }

    /** The parts, for tests that work them from the same process. */
    public Hardware hardware() {
        return hardware;
    }

    @Override
    public void close() {
        closeAll(parts);
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close", part.getClass().getSimpleName(), e);
            }
        }
    }
}
