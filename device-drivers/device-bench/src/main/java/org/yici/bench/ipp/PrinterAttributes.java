package org.yici.bench.ipp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yici.bench.printer.DocumentFormat;
import org.yici.bench.printer.Obstacle;
import org.yici.bench.printer.Printer;
import org.yici.bench.printer.Sides;

/** What the printer says about itself, RFC 8011 5.4 and 5.2. */
final class PrinterAttributes {
    private static final List<String> JOB_TEMPLATE = List.of(
            "copies-default",
            "copies-supported",
            "media-default",
            "media-supported",
            "media-ready",
            "media-col-default",
            "media-col-supported",
            "media-col-ready",
            "media-size-supported",
            "media-source-supported",
            "media-type-supported",
            "media-top-margin-supported",
            "media-bottom-margin-supported",
            "media-left-margin-supported",
            "media-right-margin-supported",
            "print-scaling-default",
            "print-scaling-supported",
            "orientation-requested-default",
            "orientation-requested-supported",
            "print-quality-default",
            "print-quality-supported",
            "printer-resolution-default",
            "printer-resolution-supported",
            "sides-default",
            "sides-supported",
            "finishings-default",
            "finishings-supported",
            "output-bin-default",
            "output-bin-supported",
            "print-color-mode-default",
            "print-color-mode-supported");

    private final String uri;
    private final PrinterUris uris;
    private final Printer printer;
    private final Clock clock;
    private final Instant started;

    /** @param uri the address under which it is asked */
    PrinterAttributes(String uri, PrinterUris uris, Printer printer, Clock clock) {
        this.uri = uri;
        this.uris = uris;
        this.printer = printer;
        this.clock = clock;
        this.started = clock.instant();
    }

    String uri() {
        return uri;
    }

    /** Seconds since the printer was switched on, never 0. */
    int upTime() {
        return secondsAt(clock.instant());
    }

    int secondsAt(Instant when) {
        return (int) Duration.between(started, when).toSeconds() + 1;
    }

    /** The attributes that were asked for, everything if none were. */
    List<Attribute> asked(List<String> requested) {
        return Stream.of(fixed(), moving(), new Counts(printer).ofLife())
                .flatMap(stream -> stream)
                .filter(asks(requested))
                .toList();
    }

    private static Predicate<Attribute> asks(List<String> requested) {
        if (requested.isEmpty()) {
            return attribute -> !attribute.name().equals("media-col-database");
        }
        return attribute -> requested.contains(attribute.name())
                || !attribute.name().equals("media-col-database") && requested.contains("all")
                || requested.contains(JOB_TEMPLATE.contains(attribute.name()) ? "job-template" : "printer-description")
                        && !attribute.name().equals("media-col-database");
    }

    private Stream<Attribute> formats() {
        List<String> formats =
                printer.formats().stream().map(DocumentFormat::mimeType).toList();
        return Stream.of(
                Attribute.text(Tag.MIME_TYPE, "document-format-default", formats.get(0)),
                Attribute.text(Tag.MIME_TYPE, "document-format-supported", formats.toArray(String[]::new)));
    }

    private Stream<Attribute> moving() {
        return Stream.of(
                Attribute.enumeration("printer-state", printer.state().code()),
                Attribute.keywords("printer-state-reasons", printer.stateReasons()),
                Attribute.text(Tag.TEXT, "printer-state-message", printer.stateMessage()),
                Attribute.bool("printer-is-accepting-jobs", !printer.isHindered(Obstacle.NOT_ACCEPTING)),
                Attribute.integer("queued-job-count", (int) printer.jobs().stream()
                        .filter(job -> !job.state().isOver())
                        .count()),
                Attribute.integer("printer-up-time", upTime()));
    }

    private Stream<Attribute> fixed() {
        return Stream.of(identity(), uris.attributes(), protocol(), formats(), document(), Media.attributes())
                .flatMap(stream -> stream);
    }

    private Stream<Attribute> identity() {
        return Stream.of(
                Attribute.text(Tag.NAME, "printer-name", "yici-bench"),
                Attribute.text(Tag.TEXT, "printer-info", "Simulated document printer"),
                Attribute.text(Tag.TEXT, "printer-location", "On the bench"),
                Attribute.text(Tag.TEXT, "printer-make-and-model", "Yici Bench Printer A4"),
                Attribute.uri("printer-more-info", "http" + uri.substring("ipp".length())),
                Attribute.bool("color-supported", true),
                Attribute.integer("pages-per-minute", 50));
    }

    private Stream<Attribute> protocol() {
        return Stream.of(
                Attribute.keyword("ipp-versions-supported", "1.0", "1.1", "2.0"),
                Attribute.enumeration(
                        "operations-supported",
                        Arrays.stream(Operation.values())
                                .mapToInt(Operation::code)
                                .toArray()),
                Attribute.text(Tag.CHARSET, "charset-configured", "utf-8"),
                Attribute.text(Tag.CHARSET, "charset-supported", "utf-8"),
                Attribute.text(Tag.LANGUAGE, "natural-language-configured", "en"),
                Attribute.text(Tag.LANGUAGE, "generated-natural-language-supported", "en"),
                Attribute.bool("multiple-document-jobs-supported", false),
                Attribute.integer("multiple-operation-time-out", (int) Printer.DOCUMENT_WAIT.toSeconds()),
                Attribute.keyword("pdl-override-supported", "not-attempted"));
    }

    private Stream<Attribute> document() {
        return Stream.of(
                Attribute.resolution("pwg-raster-document-resolution-supported", 300, 600),
                Attribute.keyword("pwg-raster-document-type-supported", "sgray_8", "srgb_8"),
                Attribute.keyword("pwg-raster-document-sheet-back", "normal"),
                Attribute.keyword("compression-supported", "none"),
                Attribute.range("job-impressions-supported", 1, 1000),
                Attribute.keyword("job-creation-attributes-supported", JobTemplate.NAMES.toArray(String[]::new)),
                Attribute.integer("copies-default", 1),
                Attribute.range("copies-supported", 1, 1),
                Attribute.enumeration("orientation-requested-default", 3),
                Attribute.enumeration("orientation-requested-supported", 3),
                Attribute.enumeration("print-quality-default", 4),
                Attribute.enumeration("print-quality-supported", 4),
                Attribute.resolution("printer-resolution-default", 600),
                Attribute.resolution("printer-resolution-supported", 600),
                Attribute.keyword("sides-default", "one-sided"),
                Attribute.keywords(
                        "sides-supported",
                        Arrays.stream(Sides.values()).map(Sides::keyword).toList()),
                Attribute.keyword("print-scaling-default", "auto"),
                Attribute.keyword("print-scaling-supported", "auto"),
                Attribute.enumeration("finishings-default", 3),
                Attribute.enumeration("finishings-supported", 3),
                Attribute.keyword("output-bin-default", "face-up"),
                Attribute.keyword("output-bin-supported", "face-up"),
                Attribute.keyword("print-color-mode-default", "auto"),
                Attribute.keyword("print-color-mode-supported", "auto", "color", "monochrome"));
    }
}
