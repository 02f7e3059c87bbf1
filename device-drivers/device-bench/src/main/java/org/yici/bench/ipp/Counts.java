package org.yici.bench.ipp;

import java.util.stream.Stream;
import org.yici.bench.printer.Lack;
import org.yici.bench.printer.Lie;
import org.yici.bench.printer.Odometer;
import org.yici.bench.printer.PrintJob;
import org.yici.bench.printer.Printer;

/**
 * What the printer says of how much came out: of a job (RFC 8011, 5.3.18.2 and 5.3.18.3) the truth or what its lies make of it, in its life
 * (the attributes of PWG 5100.22) the truth or nothing.
 */
record Counts(Printer printer) {
    Stream<Attribute> ofLife() {
        if (printer.lacks(Lack.COUNTER)) {
            return Stream.of();
        }
        Odometer odometer = printer.odometer();
        return Stream.of(
                Attribute.integer("printer-impressions-completed", odometer.impressions()),
                Attribute.integer("printer-media-sheets-completed", odometer.sheets()));
    }

    Stream<Attribute> of(PrintJob job) {
        if (printer.lies(Lie.COUNT_ABSENT)) {
            return Stream.of();
        }
        int wished = job.processingAt().flatMap(begun -> job.pages()).orElse(0);
        int wishedSheets = job.ticket().sides().sheets(wished);
        boolean invents = printer.lies(Lie.COUNTS_FALSELY);
        boolean impressions = invents || printer.lies(Lie.COUNTS_RENDERED);
        return Stream.of(
                Attribute.integer("job-impressions-completed", impressions ? wished : job.printed()),
                Attribute.integer("job-media-sheets-completed", invents ? wishedSheets : job.sheets()));
    }
}
