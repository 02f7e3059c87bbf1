package org.yici.bench.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yici.bench.printer.JobState;
import org.yici.bench.printer.JobTicket;
import org.yici.bench.printer.Lack;
import org.yici.bench.printer.Lie;
import org.yici.bench.printer.Medium;
import org.yici.bench.printer.Obstacle;
import org.yici.bench.printer.Sides;

/** The bench's printer answers golden requests with golden answers, byte for byte. */
@Timeout(60)
class GoldenPrinterTest {
    private static final String PRINTER = "how the printer is";
    private static final String ABILITY = "what the printer can do";
    private static final String PRINT = "print on one side of A4";
    private static final String JOB = "how job 1 is";
    private static final String OPEN = "which jobs are open";
    private static final String CANCEL = "cancel job 1";
    private static final byte[] NOISE = "not a document".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private GoldenRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new GoldenRig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void saysHowItIs() throws IOException {
        rig.assertAnswers(PRINTER, "idle, nothing printed yet");
        rig.printer.hinder(Obstacle.NOT_ACCEPTING, true);
        rig.assertAnswers(PRINTER, "idle, takes no jobs");
        rig.printer.hinder(Obstacle.NOT_ACCEPTING, false);
        rig.printer.paperOut(true);
        rig.assertAnswers(PRINTER, "stopped: no paper");
        rig.printer.hinder(Obstacle.COVER_OPEN, true);
        rig.assertAnswers(PRINTER, "stopped: no paper and a cover open");
    }

    @Test
    void saysWhatItCanDo() throws IOException {
        rig.assertAnswers(ABILITY, "PDF and raster, A4 and A5, both sides");
    }

    @Test
    void lacksWhatItIsMadeToLack() throws IOException {
        rig.printer.lack(Lack.COUNTER, true);
        rig.assertAnswers(PRINTER, "idle, it does not count");
        rig.printer.lack(Lack.PDF, true);
        rig.assertAnswers(ABILITY, "raster, no PDF");
        rig.assertAnswers(PRINT, "takes no PDF", TestDocuments.pdf(1));
    }

    @Test
    void takesAJobAndNoOtherAndEndsItWhenItIsTold() throws IOException {
        rig.holdAfterOneSide();
        rig.assertAnswers(OPEN, "none");
        rig.assertAnswers(PRINT, "taken as job 1", TestDocuments.pdf(2));
        assertThat(rig.job(1).name()).isEqualTo("copy-1");
        assertThat(rig.job(1).user()).isEqualTo("yici");
        assertThat(rig.job(1).ticket()).isEqualTo(new JobTicket(Sides.ONE_SIDED, Medium.A4));
        rig.awaitSides(1, 1);
        rig.assertAnswers(PRINTER, "printing, one side is out");
        rig.assertAnswers(JOB, "printing, one side is out");
        rig.assertAnswers(OPEN, "one");
        rig.assertAnswers(PRINT, "busy", TestDocuments.pdf(2));
        rig.assertAnswers(CANCEL, "heard");
        rig.awaitState(1, JobState.CANCELED);
        rig.assertAnswers(JOB, "canceled, one side is out");
    }

    @Test
    void knowsTheJobsThatEnded() throws IOException {
        rig.assertAnswers(PRINT, "taken as job 1", TestDocuments.pdf(2));
        rig.awaitState(1, JobState.COMPLETED);
        rig.assertAnswers(JOB, "completed, two sides on two sheets");
        rig.assertAnswers(CANCEL, "too late");
        rig.answer(Golden.request(PRINT).replace(hex("copy-1"), hex("copy-2")), NOISE);
        rig.awaitState(2, JobState.ABORTED);
        rig.assertAnswers("which jobs have ended", "two, the newest first");
        rig.printer.lie(Lie.COUNT_ABSENT, true);
        rig.assertAnswers(JOB, "completed, it does not count");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void printsOnBothSides() throws IOException {
        rig.assertAnswers("print on both sides of A4", "taken as job 1", TestDocuments.pdf(2));
        assertThat(rig.job(1).ticket()).isEqualTo(new JobTicket(Sides.LONG_EDGE, Medium.A4));
        rig.awaitState(1, JobState.COMPLETED);
        rig.assertAnswers(JOB, "completed, two sides on one sheet");
    }

    @Test
    void readsWhatAJobWantsOfThePaper() throws IOException {
        rig.printer.paperOut(true);
        rig.assertAnswers("print on both sides of A5 out of tray-2", "taken as job 1", TestDocuments.pdf(2));
        assertThat(rig.job(1).ticket()).isEqualTo(new JobTicket(Sides.SHORT_EDGE, Medium.A5));
        rig.awaitState(1, JobState.STOPPED);
    }

    @Test
    void saysWhenItHasNoRegardForThePaper() throws IOException {
        rig.printer.paperOut(true);
        rig.assertAnswers(
                "print on one side of A5 out of tray-1, where A4 lies",
                "taken as job 1 without regard to the paper",
                TestDocuments.pdf(2));
        assertThat(rig.job(1).ticket()).isEqualTo(JobTicket.DEFAULT);
        rig.awaitState(1, JobState.STOPPED);
    }

    @Test
    void waitsForPaper() throws IOException {
        rig.printer.hinder(Obstacle.PAPER_OUT_AFTER_ONE_SHEET, true);
        rig.assertAnswers(PRINT, "taken as job 1", TestDocuments.pdf(2));
        rig.awaitState(1, JobState.STOPPED);
        rig.assertAnswers(JOB, "waiting for paper, one side is out");
    }

    @Test
    void abortsWhatIsNoDocument() throws IOException {
        rig.assertAnswers(PRINT, "taken as job 1", NOISE);
        rig.awaitState(1, JobState.ABORTED);
        rig.assertAnswers(JOB, "aborted, nothing is out");
    }

    @Test
    void refuses() throws IOException {
        rig.assertAnswers(JOB, "no such job");
        rig.assertAnswers(CANCEL, "no such job");
        rig.printer.hinder(Obstacle.NOT_ACCEPTING, true);
        rig.assertAnswers(PRINT, "takes no jobs", TestDocuments.pdf(1));
    }
}
