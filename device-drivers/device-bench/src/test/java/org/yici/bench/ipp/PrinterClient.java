package org.yici.bench.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yici.bench.printer.JobState;

/** Asks a printer things over its wire. */
final class PrinterClient {
    private final URI printer;
    private final HttpClient http;

    PrinterClient(URI printer) {
        this(printer, HttpClient.newHttpClient());
    }

    PrinterClient(URI printer, HttpClient http) {
        this.printer = printer;
        this.http = http;
    }

    void awaitState(int job, JobState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> number(jobAttributes(job), "job-state") == state.code());
    }

    Group printerAttributes() throws Exception {
        return send(request(Operation.GET_PRINTER_ATTRIBUTES), new byte[0])
                .group(Tag.PRINTER_GROUP)
                .orElseThrow();
    }

    Group jobAttributes(int job) throws Exception {
        return send(request(Operation.GET_JOB_ATTRIBUTES, Attribute.integer("job-id", job)), new byte[0])
                .group(Tag.JOB_GROUP)
                .orElseThrow();
    }

    List<String> jobNames(String which) throws Exception {
        Message answer = send(
                request(
                        Operation.GET_JOBS,
                        Attribute.keyword("which-jobs", which),
                        Attribute.keyword("requested-attributes", "job-name", "job-id")),
                new byte[0]);
        return answer.groups().stream()
                .flatMap(group -> group.string("job-name").stream())
                .toList();
    }

    Message cancel(int job) throws Exception {
        return send(request(Operation.CANCEL_JOB, Attribute.integer("job-id", job)), new byte[0]);
    }

    Message printJob(String name) {
        return request(
                Operation.PRINT_JOB,
                Attribute.text(Tag.NAME, "job-name", name),
                Attribute.text(Tag.MIME_TYPE, "document-format", "application/pdf"));
    }

    /** A Print-Job with these wishes. */
    Message printJob(String name, Attribute... wishes) {
        return new Message(
                0x0200,
                Operation.PRINT_JOB.code(),
                1,
                List.of(printJob(name).operation(), new Group(Tag.JOB_GROUP, List.of(wishes))));
    }

    Message request(Operation operation, Attribute... further) {
        List<Attribute> attributes = new ArrayList<>(List.of(
                Attribute.text(Tag.CHARSET, "attributes-charset", "utf-8"),
                Attribute.text(Tag.LANGUAGE, "attributes-natural-language", "en"),
                Attribute.uri("printer-uri", printer.toString())));
        attributes.addAll(Stream.of(further).toList());
        return new Message(0x0200, operation.code(), 1, List.of(new Group(Tag.OPERATION_GROUP, attributes)));
    }

    Message send(Message request, byte[] document) throws Exception {
        // Chunked, as drivers send it. An empty array would be an empty chunk, the end of the body, and the real end a
        // second one that the server takes for the next request (java.net.http, JDK 17).
        List<byte[]> body = document.length == 0
                ? List.of(MessageWriter.bytes(request))
                : List.of(MessageWriter.bytes(request), document);
        HttpRequest post = HttpRequest.newBuilder(URI.create(printer.toString().replaceFirst("ipp", "http")))
                .header("Content-Type", "application/ipp")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(body))
                .build();
        HttpResponse<byte[]> answer = http.send(post, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return MessageReader.read(new ByteArrayInputStream(answer.body()));
    }

    static int number(Group group, String name) {
        return group.find(name).flatMap(Attribute::number).orElseThrow(() -> new AssertionError("no " + name));
    }
}
