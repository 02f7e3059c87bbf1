package org.yici.bench.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.yici.bench.chip.ChipFarEnd;
import org.yici.bench.fault.Faults;
import org.yici.bench.ipp.IppPrinter;
import org.yici.bench.onlooker.OnlookerDesk;
import org.yici.bench.people.People;
import org.yici.bench.printer.Printer;
import org.yici.bench.proxy.CutProxy;
import org.yici.bench.scanner.ScannerFarEnd;
import org.yici.bench.screen.Finger;
import org.yici.bench.screen.Screen;
import org.yici.bench.sdt.ReaderFarEnd;
import org.yici.bench.travel.Ministry;

/**
 * What stands on the bench: all that the page shows and works.
 *
 * @param ministry makes the people's passports
 */
public record Hardware(
        People people,
        ReaderFarEnd reader,
        ScannerFarEnd scanner,
        ChipFarEnd chip,
        Ministry ministry,
        Printer printer,
        IppPrinter ipp,
        List<CutProxy> proxies,
        Screen screen,
        Finger finger,
        OnlookerDesk onlookers,
        Faults faults,
        Optional<URI> adminUrl) {

    public Hardware {
        proxies = List.copyOf(proxies);
    }
}
