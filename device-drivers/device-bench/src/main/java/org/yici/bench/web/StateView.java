package org.yici.bench.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yici.bench.people.Person;
import org.yici.bench.printer.DocumentFormat;
import org.yici.bench.printer.Odometer;
import org.yici.bench.printer.OutputTray.Sheet;
import org.yici.bench.printer.PrintJob;
import org.yici.bench.scanner.HeldCode;
import org.yici.bench.scanner.ScannerFarEnd;
import org.yici.bench.screen.Screen;
import org.yici.bench.sdt.CardReader;

/** The state of the whole bench as the page and scripts get it; the records are the JSON. */
record StateView(
        Screen.Status screen,
        Optional<Card> card,
        Reader reader,
        Scanner scanner,
        ChipView chip,
        PrinterView printer,
        List<Line> lines,
        Map<String, Boolean> switches,
        List<Paper> paper,
        Optional<String> adminUrl) {

    /**
     * The card on the reader; {@code found}: when the kiosk was told of it first; {@code read}: the kiosk has read it; {@code overlooked}: how
     * often it looked for a card since, and was told of none.
     */
    record Card(String person, String name, Optional<Instant> found, boolean read, int overlooked) {}

    /** {@code opened}: the kiosk has the port open. */
    record Reader(String link, boolean plugged, boolean opened) {}

    /**
     * {@code opened}: the kiosk has the port open; {@code looking}: it would see a code now; {@code seen}: how often the code that is held, or the
     * last one, was seen.
     */
    record Scanner(
            String link,
            boolean plugged,
            boolean opened,
            String protocol,
            boolean looking,
            boolean held,
            int seen,
            Optional<Code> code) {
        static Scanner of(ScannerFarEnd scanner) {
            Optional<HeldCode> held = scanner.scanner().held();
            return new Scanner(
                    scanner.link().toString(),
                    scanner.isPlugged(),
                    scanner.isOpened(),
                    scanner.protocol().protocolName(),
                    scanner.scanner().isLooking(),
                    held.isPresent(),
                    scanner.scanner().seen(),
                    held.map(code -> new Code(code.preview(), code.length())));
        }
    }

    /** The code that is held: its first 60 characters (then "…") with pictures for control characters, and its length in bytes. */
    record Code(String preview, int bytes) {}

    /** {@code tlsSha256}: of its certificate in DER, lower-case hex; {@code life}: what came out since the bench began. */
    record PrinterView(
            String uri,
            Optional<String> tlsUri,
            Optional<String> tlsSha256,
            boolean reachable,
            String state,
            List<String> reasons,
            Odometer life,
            Optional<Job> job) {}

    record Line(String name, int port, int target, boolean cut, int connections) {}

    /**
     * {@code format}: of the received document, a MIME type; {@code pages}: counted in the received document; {@code printed}: of them came
     * out; {@code sheets}: on so many sheets; {@code sides} and {@code media}: keywords of IPP.
     */
    record Job(
            int job,
            String name,
            String user,
            String state,
            String reason,
            Optional<String> format,
            Optional<Integer> pages,
            int printed,
            int sheets,
            String sides,
            String media,
            Instant time) {
        static Job of(PrintJob job) {
            return new Job(
                    job.id(),
                    job.name(),
                    job.user(),
                    job.state().name().toLowerCase(Locale.ROOT),
                    job.reason(),
                    job.format().map(DocumentFormat::mimeType),
                    job.pages(),
                    job.printed(),
                    job.sheets(),
                    job.ticket().sides().keyword(),
                    job.ticket().medium().keyword(),
                    job.createdAt());
        }
    }

    /**
     * What of one job lies in the tray; {@code sheets} are page numbers from 1, {@code stack} the same sheet by sheet, the front of each
     * first; a blank back is not there.
     */
    record Paper(Job job, List<Integer> sheets, List<List<Integer>> stack) {
        static Paper of(Job job, List<Sheet> tray) {
            List<List<Integer>> stack = tray.stream()
                    .filter(sheet -> sheet.job() == job.job())
                    .map(Sheet::pages)
                    .toList();
            return new Paper(job, stack.stream().flatMap(List::stream).toList(), stack);
        }
    }

    static StateView of(Hardware hardware) {
        return new StateView(
                hardware.screen().status(),
                hardware.reader().reader().card().map(person -> card(hardware, person)),
                new Reader(
                        hardware.reader().link().toString(),
                        hardware.reader().isPlugged(),
                        hardware.reader().isOpened()),
                Scanner.of(hardware.scanner()),
                ChipView.of(hardware.chip()),
                printer(hardware),
                hardware.proxies().stream()
                        .map(proxy -> new Line(
                                proxy.name(), proxy.port(), proxy.target(), proxy.isCut(), proxy.connections()))
                        .toList(),
                hardware.faults().state(),
                paper(hardware),
                hardware.adminUrl().map(Object::toString));
    }

    private static Card card(Hardware hardware, Person person) {
        CardReader reader = hardware.reader().reader();
        return new Card(person.id(), person.name(), reader.foundAt(), reader.hasBeenRead(), reader.overlooked());
    }

    private static PrinterView printer(Hardware hardware) {
        return new PrinterView(
                hardware.ipp().uri().toString(),
                hardware.ipp().tlsUri().map(Object::toString),
                hardware.ipp().tlsSha256(),
                hardware.ipp().isReachable(),
                hardware.printer().state().name().toLowerCase(Locale.ROOT),
                hardware.printer().stateReasons(),
                hardware.printer().odometer(),
                jobs(hardware).stream().findFirst());
    }

    /** All jobs that the printer remembers, the newest first. */
    static List<Job> jobs(Hardware hardware) {
        return hardware.printer().jobs().stream().map(Job::of).toList();
    }

    /** What lies in the tray, the newest job first. */
    static List<Paper> paper(Hardware hardware) {
        List<Sheet> sheets = hardware.printer().tray().sheets();
        return jobs(hardware).stream()
                .map(job -> Paper.of(job, sheets))
                .filter(paper -> !paper.sheets().isEmpty())
                .toList();
    }
}
