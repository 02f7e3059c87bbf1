package org.yici.bench.ipp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yici.bench.printer.Document;
import org.yici.bench.printer.DocumentFormat;
import org.yici.bench.printer.JobTicket;
import org.yici.bench.printer.Lie;
import org.yici.bench.printer.Obstacle;
import org.yici.bench.printer.PrintJob;
import org.yici.bench.printer.Printer;
import org.yici.bench.raster.RasterDocument;

/** Carries out requests on the printer. Any thread. */
final class Operations {
    private final Printer printer;
    private final PrinterAttributes description;
    private final JobAttributes jobs;

    Operations(Printer printer, PrinterAttributes description) {
        this.printer = printer;
        this.description = description;
        this.jobs = new JobAttributes(description, new Counts(printer));
    }

    /** The answer to a request; the document, if there is one, is what {@code body} still holds. */
    Message answer(Message request, InputStream body) throws IOException {
        try {
            return carryOut(Requests.check(request), request, body);
        } catch (Refusal e) {
            return response(
                    request, e.status(), List.of(Attribute.text(Tag.TEXT, "status-message", e.remark())), Stream.of());
        }
    }

    private Message carryOut(Operation operation, Message request, InputStream body) throws Refusal, IOException {
        return switch (operation) {
            case GET_PRINTER_ATTRIBUTES -> getPrinterAttributes(request);
            case VALIDATE_JOB -> validate(request);
            case PRINT_JOB -> print(request, body);
            case CREATE_JOB -> create(request);
            case SEND_DOCUMENT -> send(request, body);
            case GET_JOB_ATTRIBUTES -> getJobAttributes(request);
            case GET_JOBS -> getJobs(request);
            case CANCEL_JOB -> cancel(request);
        };
    }

    private Message getPrinterAttributes(Message request) {
        List<Attribute> asked = description.asked(requested(request));
        return ok(request, Stream.of(new Group(Tag.PRINTER_GROUP, asked)));
    }

    private Message validate(Message request) throws Refusal {
        Requests.format(request.operation(), printer.formats());
        List<Attribute> unsupported = wishes(request);
        return accepted(request, unsupported, Stream.of());
    }

    private Message print(Message request, InputStream body) throws Refusal, IOException {
        Optional<DocumentFormat> format = Requests.format(request.operation(), printer.formats());
        List<Attribute> unsupported = wishes(request);
        Document document = document(format, body);
        PrintJob job = newJob(request);
        printer.send(job.id(), document);
        return accepted(request, unsupported, Stream.of(jobs.created(job.arrived(document))));
    }

    private Message create(Message request) throws Refusal {
        List<Attribute> unsupported = wishes(request);
        return accepted(request, unsupported, Stream.of(jobs.created(newJob(request))));
    }

    private Message send(Message request, InputStream body) throws Refusal, IOException {
        PrintJob job = job(request);
        Optional<DocumentFormat> format = Requests.format(request.operation(), printer.formats());
        if (request.operation().find("last-document").isEmpty()) {
            throw new Refusal(Status.BAD_REQUEST, "no last-document");
        }
        if (!printer.isWaitingForDocument(job.id()) || !printer.send(job.id(), document(format, body))) {
            throw new Refusal(Status.NOT_POSSIBLE, "job " + job.id() + " waits for no document");
        }
        return ok(request, Stream.of(jobs.created(printer.job(job.id()).orElse(job))));
    }

    private Document document(Optional<DocumentFormat> format, InputStream body) throws Refusal, IOException {
        byte[] bytes = body.readAllBytes();
        DocumentFormat seen =
                format.orElseGet(() -> RasterDocument.begins(bytes) ? DocumentFormat.PWG_RASTER : DocumentFormat.PDF);
        if (!printer.formats().contains(seen)) {
            throw new Refusal(Status.FORMAT_NOT_SUPPORTED, "format " + seen.mimeType());
        }
        return new Document(seen, bytes);
    }

    private Message getJobAttributes(Message request) throws Refusal {
        return ok(request, Stream.of(jobs.asked(job(request), requested(request), List.of("all"))));
    }

    private Message getJobs(Message request) throws Refusal {
        Group operation = request.operation();
        Predicate<PrintJob> wanted = which(operation.string("which-jobs").orElse("not-completed"));
        if (operation.find("my-jobs").filter(Attribute::isTrue).isPresent()) {
            wanted = wanted.and(job -> job.user().equals(user(request)));
        }
        int limit = operation.find("limit").flatMap(Attribute::number).orElse(Integer.MAX_VALUE);
        return ok(
                request,
                known().filter(wanted)
                        .limit(limit)
                        .map(job -> jobs.asked(job, requested(request), List.of("job-id", "job-uri"))));
    }

    /** The jobs that it admits to. */
    private Stream<PrintJob> known() {
        return printer.lies(Lie.FORGETS_JOBS) ? Stream.of() : printer.jobs().stream();
    }

    private static Predicate<PrintJob> which(String which) throws Refusal {
        return switch (which) {
            case "completed" -> job -> job.state().isOver();
            case "not-completed" -> job -> !job.state().isOver();
            default -> throw new Refusal(Status.ATTRIBUTES_NOT_SUPPORTED, "which-jobs " + which);
        };
    }

    private Message cancel(Message request) throws Refusal {
        PrintJob job = job(request);
        if (!printer.cancel(job.id())) {
            throw new Refusal(Status.NOT_POSSIBLE, "job " + job.id() + " is " + job.state());
        }
        return ok(request, Stream.of());
    }

    private PrintJob newJob(Message request) throws Refusal {
        if (printer.isHindered(Obstacle.NOT_ACCEPTING)) {
            throw new Refusal(Status.NOT_ACCEPTING_JOBS, "no new jobs");
        }
        JobTicket ticket = request.group(Tag.JOB_GROUP).map(JobTemplate::ticket).orElse(JobTicket.DEFAULT);
        String name = request.operation().string("job-name").orElse("untitled");
        return printer.create(name, user(request), ticket)
                .orElseThrow(() -> new Refusal(Status.BUSY, "one job at a time"));
    }

    /** What the printer cannot do of what a job asks for; with fidelity demanded, nothing may be left. */
    private static List<Attribute> wishes(Message request) throws Refusal {
        Optional<Group> wishes = request.group(Tag.JOB_GROUP);
        if (wishes.filter(group -> group.find("media").isPresent()
                        && group.find("media-col").isPresent())
                .isPresent()) {
            throw new Refusal(Status.BAD_REQUEST, "media and media-col at once");
        }
        List<Attribute> unsupported = wishes.map(JobTemplate::unsupported).orElse(List.of());
        boolean fidelity = request.operation()
                .find("ipp-attribute-fidelity")
                .filter(Attribute::isTrue)
                .isPresent();
        if (fidelity && !unsupported.isEmpty()) {
            throw new Refusal(
                    Status.ATTRIBUTES_NOT_SUPPORTED,
                    "unsupported: " + unsupported.stream().map(Attribute::name).toList());
        }
        return unsupported;
    }

    private PrintJob job(Message request) throws Refusal {
        Group operation = request.operation();
        Optional<Integer> id = operation
                .string("job-uri")
                .flatMap(JobAttributes::idOf)
                .or(() -> operation.find("job-id").flatMap(Attribute::number));
        if (id.isEmpty()) {
            throw new Refusal(Status.BAD_REQUEST, "no job-id");
        }
        return known().filter(job -> job.id() == id.get())
                .findFirst()
                .orElseThrow(() -> new Refusal(Status.NOT_FOUND, "no job " + id.get()));
    }

    private static String user(Message request) {
        return request.operation().string("requesting-user-name").orElse("anonymous");
    }

    private static List<String> requested(Message request) {
        return request.operation()
                .find("requested-attributes")
                .map(Attribute::strings)
                .orElse(List.of());
    }

    private static Message accepted(Message request, List<Attribute> unsupported, Stream<Group> groups) {
        if (unsupported.isEmpty()) {
            return ok(request, groups);
        }
        return response(
                request,
                Status.OK_IGNORED,
                List.of(),
                Stream.concat(Stream.of(new Group(Tag.UNSUPPORTED_GROUP, unsupported)), groups));
    }

    private static Message ok(Message request, Stream<Group> groups) {
        return response(request, Status.OK, List.of(), groups);
    }

    private static Message response(Message request, int status, List<Attribute> remarks, Stream<Group> groups) {
        List<Attribute> operation = new ArrayList<>();
        operation.add(Attribute.text(Tag.CHARSET, "attributes-charset", "utf-8"));
        operation.add(Attribute.text(Tag.LANGUAGE, "attributes-natural-language", "en"));
        operation.addAll(remarks);
        int version = request.version() >= 0x0200 ? 0x0200 : 0x0101;
        return new Message(
                version,
                status,
                request.requestId(),
                Stream.concat(Stream.of(new Group(Tag.OPERATION_GROUP, operation)), groups)
                        .toList());
    }
}
