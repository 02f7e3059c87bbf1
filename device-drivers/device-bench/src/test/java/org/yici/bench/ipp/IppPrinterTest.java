package org.yici.bench.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yici.bench.printer.JobState;
import org.yici.bench.printer.Lie;
import org.yici.bench.printer.OutputTray;
import org.yici.bench.printer.Printer;

@Timeout(60)
class IppPrinterTest {
    private static final Duration PAGE = Duration.ofMillis(150);

    @TempDir
    Path folder;

    private Printer printer;
    private IppPrinter ipp;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        printer = new Printer(PAGE, new OutputTray(folder.resolve("paper")), Clock.systemUTC(), () -> {});
        ipp = new IppPrinter(0, printer, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        ipp.close();
        printer.close();
    }

    @Test
    void printsEveryPageIntoTheTrayAndCountsThem() throws Exception {
        Message answer = send(printJob("copy-1"), TestDocuments.pdf(3));
        assertThat(answer.code()).isEqualTo(Status.OK);
        awaitState(1, JobState.COMPLETED);
        Group job = jobAttributes(1);
        assertThat(number(job, "job-impressions-completed")).isEqualTo(3);
        assertThat(number(job, "job-impressions")).isEqualTo(3);
        assertThat(job.string("job-name")).contains("copy-1");
        assertThat(job.string("job-state-reasons")).contains("job-completed-successfully");
        assertThat(printer.tray().sheets()).hasSize(3);
        assertThat(Files.list(folder.resolve("paper")).map(Path::getFileName).map(Path::toString))
                .containsExactlyInAnyOrder("1.pdf", "1-1.png", "1-2.png", "1-3.png");
    }

    @Test
    void countsImpressionsWhileItPrints() throws Exception {
        send(printJob("slow"), TestDocuments.pdf(3));
        await().until(() -> number(jobAttributes(1), "job-impressions-completed") == 1);
        assertThat(number(jobAttributes(1), "job-state")).isEqualTo(JobState.PROCESSING.code());
        assertThat(number(printerAttributes(), "printer-state")).isEqualTo(4);
        awaitState(1, JobState.COMPLETED);
        assertThat(number(printerAttributes(), "printer-state")).isEqualTo(3);
    }

    @Test
    void isBusyForASecondJob() throws Exception {
        send(printJob("first"), TestDocuments.pdf(2));
        assertThat(send(printJob("second"), TestDocuments.pdf(1)).code()).isEqualTo(Status.BUSY);
        awaitState(1, JobState.COMPLETED);
        assertThat(send(printJob("second"), TestDocuments.pdf(1)).code()).isEqualTo(Status.OK);
    }

    @Test
    void waitsWithoutPaperAndGoesOnWhenItIsBack() throws Exception {
        printer.paperOut(true);
        send(printJob("patient"), TestDocuments.pdf(1));
        awaitState(1, JobState.STOPPED);
        Group state = printerAttributes();
        assertThat(number(state, "printer-state")).isEqualTo(5);
        assertThat(state.find("printer-state-reasons").orElseThrow().strings())
                .containsExactly("media-empty-error", "media-needed");
        assertThat(printer.tray().sheets()).isEmpty();
        printer.paperOut(false);
        awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).hasSize(1);
    }

    @Test
    void runsOutOfPaperBetweenTwoPages() throws Exception {
        send(printJob("half"), TestDocuments.pdf(2));
        awaitState(1, JobState.PROCESSING);
        printer.paperOut(true);
        awaitState(1, JobState.STOPPED);
        assertThat(number(jobAttributes(1), "job-impressions-completed")).isEqualTo(1);
    }

    @Test
    void cancelsAWaitingJobAtOnce() throws Exception {
        printer.paperOut(true);
        send(printJob("unwanted"), TestDocuments.pdf(1));
        awaitState(1, JobState.STOPPED);
        assertThat(cancel(1).code()).isEqualTo(Status.OK);
        awaitState(1, JobState.CANCELED);
        printer.paperOut(false);
        assertThat(printer.tray().sheets()).isEmpty();
        assertThat(cancel(1).code()).isEqualTo(Status.NOT_POSSIBLE);
    }

    @Test
    void letsTheSheetInItsPathOutWhenCancelled() throws Exception {
        send(printJob("late"), TestDocuments.pdf(3));
        awaitState(1, JobState.PROCESSING);
        assertThat(cancel(1).code()).isEqualTo(Status.OK);
        awaitState(1, JobState.CANCELED);
        assertThat(printer.tray().sheets()).hasSizeBetween(1, 2);
        assertThat(number(jobAttributes(1), "job-impressions-completed"))
                .isEqualTo(printer.tray().sheets().size());
    }

    @Test
    void abortsWhatIsNotAPdf() throws Exception {
        send(printJob("noise"), "not a document".getBytes(StandardCharsets.US_ASCII));
        awaitState(1, JobState.ABORTED);
        assertThat(jobAttributes(1).string("job-state-reasons")).contains("document-format-error");
        assertThat(printer.tray().sheets()).isEmpty();
    }

    @Test
    void refusesFormatsItDoesNotKnow() throws Exception {
        Message raster =
                request(Operation.VALIDATE_JOB, Attribute.text(Tag.MIME_TYPE, "document-format", "image/pwg-raster"));
        assertThat(send(raster, new byte[0]).code()).isEqualTo(Status.FORMAT_NOT_SUPPORTED);
    }

    @Test
    void saysWhatItCannotDo() throws Exception {
        Message twoSided = new Message(
                0x0200,
                Operation.PRINT_JOB.code(),
                1,
                List.of(
                        printJob("wish").operation(),
                        new Group(Tag.JOB_GROUP, List.of(Attribute.keyword("sides", "two-sided-long-edge")))));
        Message answer = send(twoSided, TestDocuments.pdf(1));
        assertThat(answer.code()).isEqualTo(Status.OK_IGNORED);
        assertThat(answer.group(Tag.UNSUPPORTED_GROUP).orElseThrow().find("sides"))
                .isPresent();
    }

    @Test
    void takesADocumentAfterTheJobWasCreated() throws Exception {
        Message created = send(request(Operation.CREATE_JOB), new byte[0]);
        assertThat(created.group(Tag.JOB_GROUP).orElseThrow().string("job-state-reasons"))
                .contains("job-incoming");
        Message document =
                request(Operation.SEND_DOCUMENT, Attribute.integer("job-id", 1), Attribute.bool("last-document", true));
        assertThat(send(document, TestDocuments.pdf(1)).code()).isEqualTo(Status.OK);
        awaitState(1, JobState.COMPLETED);
        assertThat(send(document, TestDocuments.pdf(1)).code()).isEqualTo(Status.NOT_POSSIBLE);
    }

    @Test
    void findsJobsByNameWhetherOverOrNot() throws Exception {
        send(printJob("copy-7"), TestDocuments.pdf(1));
        assertThat(jobNames("not-completed")).containsExactly("copy-7");
        awaitState(1, JobState.COMPLETED);
        assertThat(jobNames("not-completed")).isEmpty();
        assertThat(jobNames("completed")).containsExactly("copy-7");
    }

    @Test
    void isOutOfReachAndComesBackUnderTheSameAddress() throws Exception {
        send(printJob("left alone"), TestDocuments.pdf(2));
        ipp.disconnect();
        assertThatThrownBy(() -> send(request(Operation.GET_JOBS), new byte[0])).isInstanceOf(ConnectException.class);
        ipp.connect();
        awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).hasSize(2);
    }

    @Test
    void givesItsPaperAwayOnce() throws Exception {
        send(printJob("once"), TestDocuments.pdf(2));
        awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().take()).isEqualTo(2);
        assertThat(printer.tray().take()).isZero();
        assertThat(Files.list(folder.resolve("paper"))).isEmpty();
    }

    @Test
    void canSayDoneOfWhatDidNotComeOut() throws Exception {
        printer.lie(Lie.PRINTS_NOTHING, true);
        send(printJob("nothing"), TestDocuments.pdf(2));
        awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).isEmpty();
        assertThat(counted()).containsExactly(0, 0);
        printer.lie(Lie.COUNTS_RENDERED, true);
        assertThat(counted()).containsExactly(2, 0);
        printer.lie(Lie.COUNTS_FALSELY, true);
        assertThat(counted()).containsExactly(2, 2);
        printer.lie(Lie.COUNT_ABSENT, true);
        assertThat(jobAttributes(1).find("job-impressions-completed")).isEmpty();
        assertThat(jobAttributes(1).find("job-media-sheets-completed")).isEmpty();
    }

    private List<Integer> counted() throws Exception {
        Group job = jobAttributes(1);
        return List.of(number(job, "job-impressions-completed"), number(job, "job-media-sheets-completed"));
    }

    @Test
    void canLoseTheSecondSheet() throws Exception {
        printer.lie(Lie.PRINTS_ONE_SHEET, true);
        send(printJob("half"), TestDocuments.pdf(2));
        awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).extracting("page").containsExactly(1);
        assertThat(counted()).containsExactly(1, 1);
    }

    @Test
    void canForgetWhatItTookAndPrintsItAllTheSame() throws Exception {
        printer.lie(Lie.FORGETS_JOBS, true);
        send(printJob("forgotten"), TestDocuments.pdf(1));
        Message asked = send(request(Operation.GET_JOB_ATTRIBUTES, Attribute.integer("job-id", 1)), new byte[0]);
        assertThat(asked.code()).isEqualTo(Status.NOT_FOUND);
        assertThat(cancel(1).code()).isEqualTo(Status.NOT_FOUND);
        assertThat(jobNames("not-completed")).isEmpty();
        await().until(() -> printer.tray().sheets().size() == 1);
        assertThat(jobNames("completed")).isEmpty();
    }

    @Test
    void canGoOnForEverAndTakeNoNotice() throws Exception {
        printer.lie(Lie.NEVER_ENDS, true);
        printer.lie(Lie.IGNORES_CANCEL, true);
        send(printJob("for ever"), TestDocuments.pdf(1));
        awaitState(1, JobState.PROCESSING);
        assertThat(cancel(1).code()).isEqualTo(Status.OK);
        assertThat(jobAttributes(1).string("job-state-reasons")).contains("job-printing");
        printer.lie(Lie.IGNORES_CANCEL, false);
        assertThat(cancel(1).code()).isEqualTo(Status.OK);
        awaitState(1, JobState.CANCELED);
        assertThat(printer.tray().sheets()).isEmpty();
    }

    private void awaitState(int job, JobState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> number(jobAttributes(job), "job-state") == state.code());
    }

    private Group printerAttributes() throws Exception {
        return send(request(Operation.GET_PRINTER_ATTRIBUTES), new byte[0])
                .group(Tag.PRINTER_GROUP)
                .orElseThrow();
    }

    private Group jobAttributes(int job) throws Exception {
        return send(request(Operation.GET_JOB_ATTRIBUTES, Attribute.integer("job-id", job)), new byte[0])
                .group(Tag.JOB_GROUP)
                .orElseThrow();
    }

    private List<String> jobNames(String which) throws Exception {
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

    private Message cancel(int job) throws Exception {
        return send(request(Operation.CANCEL_JOB, Attribute.integer("job-id", job)), new byte[0]);
    }

    private Message printJob(String name) {
        return request(
                Operation.PRINT_JOB,
                Attribute.text(Tag.NAME, "job-name", name),
                Attribute.text(Tag.MIME_TYPE, "document-format", "application/pdf"));
    }

    private Message request(Operation operation, Attribute... further) {
        List<Attribute> attributes = new ArrayList<>(List.of(
                Attribute.text(Tag.CHARSET, "attributes-charset", "utf-8"),
                Attribute.text(Tag.LANGUAGE, "attributes-natural-language", "en"),
                Attribute.uri("printer-uri", ipp.uri().toString())));
        attributes.addAll(Stream.of(further).toList());
        return new Message(0x0200, operation.code(), 1, List.of(new Group(Tag.OPERATION_GROUP, attributes)));
    }

    private Message send(Message request, byte[] document) throws Exception {
        // Chunked, as drivers send it. An empty array would be an empty chunk, the end of the body, and the real end a
        // second one that the server takes for the next request (java.net.http, JDK 17).
        List<byte[]> body = document.length == 0
                ? List.of(MessageWriter.bytes(request))
                : List.of(MessageWriter.bytes(request), document);
        HttpRequest post = HttpRequest.newBuilder(
                        URI.create(ipp.uri().toString().replaceFirst("ipp", "http")))
                .header("Content-Type", "application/ipp")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(body))
                .build();
        HttpResponse<byte[]> answer = http.send(post, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return MessageReader.read(new ByteArrayInputStream(answer.body()));
    }

    private static int number(Group group, String name) {
        return group.find(name).flatMap(Attribute::number).orElseThrow(() -> new AssertionError("no " + name));
    }
}
