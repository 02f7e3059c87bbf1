package org.yici.bench.ipp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yici.bench.printer.PrintJob;

/** What the printer says about a job, RFC 8011 5.3; not always the truth. */
final class JobAttributes {
    private final PrinterAttributes printer;
    private final Counts counts;

    JobAttributes(PrinterAttributes printer, Counts counts) {
        this.printer = printer;
        this.counts = counts;
    }

    String uri(int id) {
        return printer.uri() + "/" + id;
    }

    /** The answer to a job's creation. */
    Group created(PrintJob job) {
        return new Group(
                Tag.JOB_GROUP,
                List.of(
                        Attribute.integer("job-id", job.id()),
                        Attribute.uri("job-uri", uri(job.id())),
                        Attribute.enumeration("job-state", job.state().code()),
                        Attribute.keyword("job-state-reasons", job.reason())));
    }

    /** The attributes that were asked for, {@code byDefault} ("all" or a few names) if none were. */
    Group asked(PrintJob job, List<String> requested, List<String> byDefault) {
        List<String> names = requested.isEmpty() ? byDefault : requested;
        boolean all = names.contains("all") || names.contains("job-description");
        return new Group(
                Tag.JOB_GROUP,
                all(job).filter(attribute -> all || names.contains(attribute.name()))
                        .toList());
    }

    private Stream<Attribute> all(PrintJob job) {
        return Stream.concat(facts(job), counts.of(job));
    }

    private Stream<Attribute> facts(PrintJob job) {
        return Stream.of(
                Attribute.integer("job-id", job.id()),
                Attribute.uri("job-uri", uri(job.id())),
                Attribute.uri("job-printer-uri", printer.uri()),
                Attribute.text(Tag.NAME, "job-name", job.name()),
                Attribute.text(Tag.NAME, "job-originating-user-name", job.user()),
                Attribute.enumeration("job-state", job.state().code()),
                Attribute.keyword("job-state-reasons", job.reason()),
                Attribute.integer("job-k-octets", (job.octets() + 1023) / 1024),
                Attribute.integerOrNone("job-impressions", job.pages()),
                Attribute.integerOrNone(
                        "job-media-sheets", job.pages().map(job.ticket().sides()::sheets)),
                Attribute.keyword("sides", job.ticket().sides().keyword()),
                Attribute.keyword("media", job.ticket().medium().keyword()),
                Attribute.integer("job-printer-up-time", printer.upTime()),
                Attribute.integer("time-at-creation", printer.secondsAt(job.createdAt())),
                Attribute.integerOrNone("time-at-processing", job.processingAt().map(printer::secondsAt)),
                Attribute.integerOrNone("time-at-completed", job.completedAt().map(printer::secondsAt)));
    }

    /** The number at the end of a job's URI. */
    static Optional<Integer> idOf(String jobUri) {
        String last = jobUri.substring(jobUri.lastIndexOf('/') + 1);
        return last.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(last)) : Optional.empty();
    }
}
