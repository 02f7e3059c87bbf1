package org.yici.bench.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yici.bench.ipp.PrinterClient.number;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yici.bench.Ports;
import org.yici.bench.printer.JobState;
import org.yici.bench.printer.Lie;
import org.yici.bench.printer.Obstacle;

@Timeout(60)
class IppPrinterTest extends AtThePrinter {
    private static final Duration PAGE = Duration.ofMillis(150);

    IppPrinterTest() {
        super(PAGE);
    }

    @Test
    void printsEveryPageIntoTheTrayAndCountsThem() throws Exception {
        Message answer = wire.send(wire.printJob("copy-1"), TestDocuments.pdf(3));
        assertThat(answer.code()).isEqualTo(Status.OK);
        wire.awaitState(1, JobState.COMPLETED);
        Group job = wire.jobAttributes(1);
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
        wire.send(wire.printJob("slow"), TestDocuments.pdf(3));
        await().until(() -> number(wire.jobAttributes(1), "job-impressions-completed") == 1);
        assertThat(number(wire.jobAttributes(1), "job-state")).isEqualTo(JobState.PROCESSING.code());
        assertThat(number(wire.printerAttributes(), "printer-state")).isEqualTo(4);
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(number(wire.printerAttributes(), "printer-state")).isEqualTo(3);
    }

    @Test
    void isBusyForASecondJob() throws Exception {
        wire.send(wire.printJob("first"), TestDocuments.pdf(2));
        assertThat(wire.send(wire.printJob("second"), TestDocuments.pdf(1)).code())
                .isEqualTo(Status.BUSY);
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(wire.send(wire.printJob("second"), TestDocuments.pdf(1)).code())
                .isEqualTo(Status.OK);
    }

    @Test
    void waitsWithoutPaperAndGoesOnWhenItIsBack() throws Exception {
        printer.paperOut(true);
        wire.send(wire.printJob("patient"), TestDocuments.pdf(1));
        wire.awaitState(1, JobState.STOPPED);
        Group state = wire.printerAttributes();
        assertThat(number(state, "printer-state")).isEqualTo(5);
        assertThat(state.find("printer-state-reasons").orElseThrow().strings())
                .containsExactly("media-empty-error", "media-needed");
        assertThat(printer.tray().sheets()).isEmpty();
        printer.paperOut(false);
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).hasSize(1);
    }

    @Test
    void runsOutOfPaperBetweenTwoPages() throws Exception {
        printer.hinder(Obstacle.PAPER_OUT_AFTER_ONE_SHEET, true);
        wire.send(wire.printJob("half"), TestDocuments.pdf(2));
        wire.awaitState(1, JobState.STOPPED);
        assertThat(number(wire.jobAttributes(1), "job-impressions-completed")).isEqualTo(1);
    }

    @Test
    void cancelsAWaitingJobAtOnce() throws Exception {
        printer.paperOut(true);
        wire.send(wire.printJob("unwanted"), TestDocuments.pdf(1));
        wire.awaitState(1, JobState.STOPPED);
        assertThat(wire.cancel(1).code()).isEqualTo(Status.OK);
        wire.awaitState(1, JobState.CANCELED);
        printer.paperOut(false);
        assertThat(printer.tray().sheets()).isEmpty();
        assertThat(wire.cancel(1).code()).isEqualTo(Status.NOT_POSSIBLE);
    }

    @Test
    void letsTheSheetInItsPathOutWhenCancelled() throws Exception {
        wire.send(wire.printJob("late"), TestDocuments.pdf(3));
        wire.awaitState(1, JobState.PROCESSING);
        assertThat(wire.cancel(1).code()).isEqualTo(Status.OK);
        wire.awaitState(1, JobState.CANCELED);
        assertThat(printer.tray().sheets()).hasSizeBetween(1, 2);
        assertThat(number(wire.jobAttributes(1), "job-impressions-completed"))
                .isEqualTo(printer.tray().sheets().size());
    }

    @Test
    void abortsWhatIsNotAPdf() throws Exception {
        wire.send(wire.printJob("noise"), "not a document".getBytes(StandardCharsets.US_ASCII));
        wire.awaitState(1, JobState.ABORTED);
        assertThat(wire.jobAttributes(1).string("job-state-reasons")).contains("document-format-error");
        assertThat(printer.tray().sheets()).isEmpty();
    }

    @Test
    void refusesFormatsItDoesNotKnow() throws Exception {
        Message urf =
                wire.request(Operation.VALIDATE_JOB, Attribute.text(Tag.MIME_TYPE, "document-format", "image/urf"));
        assertThat(wire.send(urf, new byte[0]).code()).isEqualTo(Status.FORMAT_NOT_SUPPORTED);
    }

    @Test
    void saysWhatItCannotDo() throws Exception {
        Message stapled = wire.printJob("wish", Attribute.enumeration("finishings", 4));
        Message answer = wire.send(stapled, TestDocuments.pdf(1));
        assertThat(answer.code()).isEqualTo(Status.OK_IGNORED);
        assertThat(answer.group(Tag.UNSUPPORTED_GROUP).orElseThrow().find("finishings"))
                .isPresent();
    }

    @Test
    void takesADocumentAfterTheJobWasCreated() throws Exception {
        Message created = wire.send(wire.request(Operation.CREATE_JOB), new byte[0]);
        assertThat(created.group(Tag.JOB_GROUP).orElseThrow().string("job-state-reasons"))
                .contains("job-incoming");
        Message document = wire.request(
                Operation.SEND_DOCUMENT, Attribute.integer("job-id", 1), Attribute.bool("last-document", true));
        assertThat(wire.send(document, TestDocuments.pdf(1)).code()).isEqualTo(Status.OK);
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(wire.send(document, TestDocuments.pdf(1)).code()).isEqualTo(Status.NOT_POSSIBLE);
    }

    @Test
    void findsJobsByNameWhetherOverOrNot() throws Exception {
        wire.send(wire.printJob("copy-7"), TestDocuments.pdf(1));
        assertThat(wire.jobNames("not-completed")).containsExactly("copy-7");
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(wire.jobNames("not-completed")).isEmpty();
        assertThat(wire.jobNames("completed")).containsExactly("copy-7");
    }

    @Test
    void isOutOfReachAndComesBackUnderTheSameAddress() throws Exception {
        wire.send(wire.printJob("left alone"), TestDocuments.pdf(2));
        ipp.disconnect();
        Ports.awaitRefusal(() -> wire.send(wire.request(Operation.GET_JOBS), new byte[0]));
        ipp.connect();
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).hasSize(2);
    }

    @Test
    void givesItsPaperAwayOnce() throws Exception {
        wire.send(wire.printJob("once"), TestDocuments.pdf(2));
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().take()).isEqualTo(2);
        assertThat(printer.tray().take()).isZero();
        assertThat(Files.list(folder.resolve("paper"))).isEmpty();
    }

    @Test
    void canSayDoneOfWhatDidNotComeOut() throws Exception {
        printer.lie(Lie.PRINTS_NOTHING, true);
        wire.send(wire.printJob("nothing"), TestDocuments.pdf(2));
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).isEmpty();
        assertThat(counted()).containsExactly(0, 0);
        printer.lie(Lie.COUNTS_RENDERED, true);
        assertThat(counted()).containsExactly(2, 0);
        printer.lie(Lie.COUNTS_FALSELY, true);
        assertThat(counted()).containsExactly(2, 2);
        printer.lie(Lie.COUNT_ABSENT, true);
        assertThat(wire.jobAttributes(1).find("job-impressions-completed")).isEmpty();
        assertThat(wire.jobAttributes(1).find("job-media-sheets-completed")).isEmpty();
    }

    private List<Integer> counted() throws Exception {
        Group job = wire.jobAttributes(1);
        return List.of(number(job, "job-impressions-completed"), number(job, "job-media-sheets-completed"));
    }

    @Test
    void canLoseTheSecondSheet() throws Exception {
        printer.lie(Lie.PRINTS_ONE_SHEET, true);
        wire.send(wire.printJob("half"), TestDocuments.pdf(2));
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).extracting("page").containsExactly(1);
        assertThat(counted()).containsExactly(1, 1);
    }

    @Test
    void canForgetWhatItTookAndPrintsItAllTheSame() throws Exception {
        printer.lie(Lie.FORGETS_JOBS, true);
        wire.send(wire.printJob("forgotten"), TestDocuments.pdf(1));
        Message asked =
                wire.send(wire.request(Operation.GET_JOB_ATTRIBUTES, Attribute.integer("job-id", 1)), new byte[0]);
        assertThat(asked.code()).isEqualTo(Status.NOT_FOUND);
        assertThat(wire.cancel(1).code()).isEqualTo(Status.NOT_FOUND);
        assertThat(wire.jobNames("not-completed")).isEmpty();
        await().until(() -> printer.tray().sheets().size() == 1);
        assertThat(wire.jobNames("completed")).isEmpty();
    }

    @Test
    void canGoOnForEverAndTakeNoNotice() throws Exception {
        printer.lie(Lie.NEVER_ENDS, true);
        printer.lie(Lie.IGNORES_CANCEL, true);
        wire.send(wire.printJob("for ever"), TestDocuments.pdf(1));
        wire.awaitState(1, JobState.PROCESSING);
        assertThat(wire.cancel(1).code()).isEqualTo(Status.OK);
        assertThat(wire.jobAttributes(1).string("job-state-reasons")).contains("job-printing");
        printer.lie(Lie.IGNORES_CANCEL, false);
        assertThat(wire.cancel(1).code()).isEqualTo(Status.OK);
        wire.awaitState(1, JobState.CANCELED);
        assertThat(printer.tray().sheets()).isEmpty();
    }
}
