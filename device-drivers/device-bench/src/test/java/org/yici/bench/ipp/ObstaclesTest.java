package org.yici.bench.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yici.bench.ipp.PrinterClient.number;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.bench.printer.JobState;
import org.yici.bench.printer.Lie;
import org.yici.bench.printer.Obstacle;

@Timeout(60)
class ObstaclesTest extends AtThePrinter {
    private static final int IDLE = 3;
    private static final int PROCESSING = 4;
    private static final int STOPPED = 5;

    ObstaclesTest() {
        super(Duration.ofMillis(100));
    }

    /** The sheet in the path takes its time, so that something can happen to it there. */
    private void startSlowly() throws IOException {
        stop();
        start(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({
        "PAPER_OUT, media-empty-error media-needed",
        "JAM, media-jam-error",
        "COVER_OPEN, cover-open-error",
        "TONER_OUT, marker-supply-empty-error toner-empty-error",
        "OUTPUT_FULL, output-area-full-error",
        "FUSER, fuser-over-temp-error",
        "PAUSED, paused"
    })
    void holdsAJobUntilItIsMended(Obstacle obstacle, String reasons) throws Exception {
        printer.hinder(obstacle, true);
        assertThat(number(wire.printerAttributes(), "printer-state")).isEqualTo(STOPPED);
        wire.send(wire.printJob("held"), TestDocuments.pdf(1));
        wire.awaitState(1, JobState.STOPPED);
        assertThat(wire.jobAttributes(1).string("job-state-reasons")).contains("printer-stopped");
        assertThat(reasons()).containsExactly(reasons.split(" "));
        assertThat(wire.printerAttributes().string("printer-state-message"))
                .get()
                .asString()
                .isNotEmpty();
        assertThat(printer.tray().sheets()).isEmpty();
        printer.hinder(obstacle, false);
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).hasSize(1);
        assertThat(reasons()).containsExactly("none");
    }

    @ParameterizedTest
    @CsvSource({
        "PAPER_LOW, media-low-warning",
        "TONER_LOW, marker-supply-low-warning toner-low-warning",
        "SECOND_TRAY_EMPTY, media-empty-warning",
        "ONE_COLOUR_EMPTY, marker-supply-empty-warning toner-empty-warning",
        "COVER_REPORTED, cover-open-report",
    })
    void goesOnPrintingWithAWarning(Obstacle obstacle, String reasons) throws Exception {
        printer.hinder(obstacle, true);
        wire.send(wire.printJob("warned"), TestDocuments.pdf(2));
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(reasons()).containsExactly(reasons.split(" "));
        assertThat(number(wire.printerAttributes(), "printer-state")).isEqualTo(IDLE);
        assertThat(printer.tray().sheets()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"JAM", "COVER_OPEN"})
    void losesTheSheetInItsPathAndPrintsItOnceMore(Obstacle obstacle) throws Exception {
        startSlowly();
        wire.send(wire.printJob("caught"), TestDocuments.pdf(1));
        wire.awaitState(1, JobState.PROCESSING);
        printer.hinder(obstacle, true);
        assertThat(number(wire.jobAttributes(1), "job-state")).isEqualTo(JobState.STOPPED.code());
        printer.hinder(obstacle, false);
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).extracting("page").containsExactly(1);
        assertThat(number(wire.jobAttributes(1), "job-impressions-completed")).isEqualTo(1);
    }

    @Test
    void aCaughtSheetNeverComesOutOfACancelledJob() throws Exception {
        startSlowly();
        wire.send(wire.printJob("given up"), TestDocuments.pdf(1));
        wire.awaitState(1, JobState.PROCESSING);
        printer.hinder(Obstacle.JAM, true);
        assertThat(wire.cancel(1).code()).isEqualTo(Status.OK);
        wire.awaitState(1, JobState.CANCELED);
        printer.hinder(Obstacle.JAM, false);
        assertThat(number(wire.jobAttributes(1), "job-impressions-completed")).isZero();
        assertThat(printer.tray().sheets()).isEmpty();
    }

    @Test
    void letsTheSheetOutBeforeItPauses() throws Exception {
        startSlowly();
        wire.send(wire.printJob("paused"), TestDocuments.pdf(2));
        wire.awaitState(1, JobState.PROCESSING);
        printer.hinder(Obstacle.PAUSED, true);
        assertThat(reasons()).containsExactly("moving-to-paused");
        assertThat(number(wire.printerAttributes(), "printer-state")).isEqualTo(PROCESSING);
        wire.awaitState(1, JobState.STOPPED);
        assertThat(reasons()).containsExactly("paused");
        assertThat(printer.tray().sheets()).hasSize(1);
        assertThat(wire.cancel(1).code()).isEqualTo(Status.OK);
        wire.awaitState(1, JobState.CANCELED);
    }

    @Test
    void runsOutOfPaperAfterOneSheet() throws Exception {
        printer.hinder(Obstacle.PAPER_OUT_AFTER_ONE_SHEET, true);
        assertThat(reasons()).containsExactly("none");
        wire.send(wire.printJob("one left"), TestDocuments.pdf(2));
        wire.awaitState(1, JobState.STOPPED);
        assertThat(printer.tray().sheets()).hasSize(1);
        assertThat(reasons()).containsExactly("media-empty-error", "media-needed");
        printer.hinder(Obstacle.PAPER_OUT_AFTER_ONE_SHEET, false);
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(printer.tray().sheets()).hasSize(2);
    }

    @Test
    void takesNoJobsWhenToldSoAndPrintsWhatItHas() throws Exception {
        wire.send(wire.printJob("before"), TestDocuments.pdf(2));
        printer.hinder(Obstacle.NOT_ACCEPTING, true);
        assertThat(wire.printerAttributes()
                        .find("printer-is-accepting-jobs")
                        .orElseThrow()
                        .isTrue())
                .isFalse();
        wire.awaitState(1, JobState.COMPLETED);
        assertThat(wire.send(wire.printJob("after"), TestDocuments.pdf(1)).code())
                .isEqualTo(Status.NOT_ACCEPTING_JOBS);
        assertThat(wire.send(wire.request(Operation.CREATE_JOB), new byte[0]).code())
                .isEqualTo(Status.NOT_ACCEPTING_JOBS);
        printer.hinder(Obstacle.NOT_ACCEPTING, false);
        assertThat(wire.send(wire.printJob("after"), TestDocuments.pdf(1)).code())
                .isEqualTo(Status.OK);
    }

    @Test
    void isBusyAsLongAsItIsTold() throws Exception {
        printer.hinder(Obstacle.BUSY, true);
        assertThat(wire.send(wire.printJob("first"), TestDocuments.pdf(1)).code())
                .isEqualTo(Status.BUSY);
        assertThat(wire.send(wire.request(Operation.CREATE_JOB), new byte[0]).code())
                .isEqualTo(Status.BUSY);
        assertThat(number(wire.printerAttributes(), "printer-state")).isEqualTo(IDLE);
        printer.hinder(Obstacle.BUSY, false);
        assertThat(wire.send(wire.printJob("first"), TestDocuments.pdf(1)).code())
                .isEqualTo(Status.OK);
    }

    @Test
    void saysAllThatIsInItsWay() throws Exception {
        printer.hinder(Obstacle.TONER_LOW, true);
        printer.hinder(Obstacle.JAM, true);
        printer.hinder(Obstacle.COVER_OPEN, true);
        assertThat(reasons())
                .containsExactly(
                        "media-jam-error", "cover-open-error", "marker-supply-low-warning", "toner-low-warning");
        wire.send(wire.printJob("stuck"), TestDocuments.pdf(1));
        wire.awaitState(1, JobState.STOPPED);
        printer.hinder(Obstacle.JAM, false);
        assertThat(number(wire.printerAttributes(), "printer-state")).isEqualTo(STOPPED);
        printer.hinder(Obstacle.COVER_OPEN, false);
        wire.awaitState(1, JobState.COMPLETED);
    }

    @Test
    void anObstacleEndsWhereALieBegan() throws Exception {
        printer.lie(Lie.NEVER_ENDS, true);
        wire.send(wire.printJob("both"), TestDocuments.pdf(1));
        wire.awaitState(1, JobState.PROCESSING);
        printer.hinder(Obstacle.JAM, true);
        wire.awaitState(1, JobState.STOPPED);
        printer.hinder(Obstacle.JAM, false);
        wire.awaitState(1, JobState.PROCESSING);
        printer.lie(Lie.NEVER_ENDS, false);
        await().until(() -> printer.tray().sheets().size() == 1);
    }

    private List<String> reasons() throws Exception {
        return wire.printerAttributes()
                .find("printer-state-reasons")
                .orElseThrow()
                .strings();
    }
}
