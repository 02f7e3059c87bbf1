package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.base.WhoActs;
import org.yici.device.Candidate;
import org.yici.device.DeviceFault;
import org.yici.device.PrintOrder;
import org.yici.driver.ipp.IppClient.HandOver;
import org.yici.driver.ipp.IppClient.JobAnswer;
import org.yici.driver.ipp.IppClient.Sheaf;
import org.yici.driver.ipp.IppClient.Told;

/** Every golden answer about a job means to the driver what its title says. */
class GoldenJobAnswersTest {
    private static final OptionalInt UNCOUNTED = OptionalInt.empty();
    private static final String WELL = "job-completed-successfully";

    private static final Map<String, HandOver> HAND_OVERS = Map.of(
            "taken as job 1", new HandOver.Taken(1),
            "taken as job 214748, and told in a language", new HandOver.Taken(214_748),
            "taken as job 1 without regard to the paper", new HandOver.Taken(1),
            "taken, no word of the job", new HandOver.Unknown("no job-id"),
            "busy", new HandOver.Busy("0x0507 server-error-busy"),
            "takes no jobs", refused("0x0506 server-error-not-accepting-jobs"),
            "takes no PDF", refused("0x040A client-error-document-format-not-supported"),
            "broke while it took the job", new HandOver.Unknown("0x0504 server-error-device-error"));

    private static final Map<String, JobAnswer> JOBS = Map.ofEntries(
            Map.entry("printing, one side is out", seen(JobPhase.PROCESSING, 1, 1, "job-printing")),
            Map.entry("waiting for paper, one side is out", seen(JobPhase.STOPPED, 1, 1, "printer-stopped")),
            Map.entry("completed, two sides on two sheets", seen(JobPhase.COMPLETED, 2, 2, WELL)),
            Map.entry("completed, two sides on one sheet", seen(JobPhase.COMPLETED, 2, 1, WELL)),
            Map.entry("completed, it does not count", uncounted()),
            Map.entry("completed, its counts without a value and unknown", uncounted()),
            Map.entry(
                    "completed with errors",
                    seen(JobPhase.COMPLETED, 2, 2, "job-completed-with-warnings", "job-completed-with-errors")),
            Map.entry("canceled, one side is out", seen(JobPhase.CANCELED, 1, 1, "job-canceled-by-user")),
            Map.entry("aborted, nothing is out", seen(JobPhase.ABORTED, 0, 0, "document-format-error")),
            Map.entry("completed, its name in a language", seen(JobPhase.COMPLETED, 2, 2, WELL)),
            Map.entry("completed, among types and groups that nobody knows", seen(JobPhase.COMPLETED, 2, 2, WELL)),
            Map.entry("no such job", new JobAnswer.Lost("0x0406 client-error-not-found")),
            Map.entry("gone", new JobAnswer.Lost("0x0407 client-error-gone")),
            Map.entry(
                    "no word of the job",
                    new JobAnswer.NoAnswer(
                            new DeviceFault("not-understood", WhoActs.MAINTENANCE, "no job attributes"))));

    private static final JobReport ENDED = report(1, JobPhase.COMPLETED, 2, 2, WELL);

    private static final Map<String, Told<List<JobReport>>> OPEN = Map.of(
            "none", jobs(ENDED),
            "one", jobs(report(1, JobPhase.PROCESSING, 1, 1, "job-printing")),
            "two", jobs(report(7, JobPhase.PROCESSING, 0, 0, "job-printing"), ENDED));

    private final GoldenPrinter printer = new GoldenPrinter();
    private final IppClient client = printer.client();

    private static HandOver refused(String code) {
        return new HandOver.Refused(new DeviceFault("printer-refused", WhoActs.MAINTENANCE, code));
    }

    private static JobReport report(int id, JobPhase phase, int sides, int sheets, String... reasons) {
        return new JobReport(id, "copy-1", phase, OptionalInt.of(sides), OptionalInt.of(sheets), List.of(reasons));
    }

    private static JobAnswer seen(JobPhase phase, int sides, int sheets, String... reasons) {
        return new JobAnswer.Seen(report(1, phase, sides, sheets, reasons));
    }

    private static Told<List<JobReport>> jobs(JobReport... jobs) {
        return new Told.Value<>(List.of(jobs));
    }

    private static JobAnswer uncounted() {
        return new JobAnswer.Seen(new JobReport(1, "copy-1", JobPhase.COMPLETED, UNCOUNTED, UNCOUNTED, List.of(WELL)));
    }

    @AfterEach
    void stop() {
        printer.close();
    }

    static Stream<Golden.Title> handOvers() {
        return Golden.answers().filter(title -> title.request().startsWith("print on"));
    }

    @ParameterizedTest
    @MethodSource("handOvers")
    void whatBecomesOfADocument(Golden.Title title) {
        printer.says(Golden.get(title));
        Sheaf sheaf = Sheaf.pdf(new PrintOrder("copy-1", new byte[10], 1), Optional.empty());
        assertThat(client.print(sheaf, Duration.ofSeconds(10))).isEqualTo(HAND_OVERS.get(title.answer()));
    }

    static Stream<String> jobs() {
        return Golden.answersTo("how job 1 is");
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void howAJobIs(String title) {
        printer.says(Golden.answer("how job 1 is", title));
        assertThat(client.job(1)).isEqualTo(JOBS.get(title));
    }

    static Stream<String> open() {
        return Golden.answersTo("which jobs are open");
    }

    /** The other jobs' names are others; job 1 is told once, although it is open in the one list and has ended in the other. */
    @ParameterizedTest
    @MethodSource("open")
    void whichJobsHaveThisName(String title) {
        printer.says(
                Golden.answer("which jobs are open", title),
                Golden.answer("which jobs have ended", "two, the newest first"));
        assertThat(client.jobs("copy-1")).isEqualTo(OPEN.get(title));
    }

    static Stream<String> cancels() {
        return Golden.answersTo("cancel job 1");
    }

    @ParameterizedTest
    @MethodSource("cancels")
    void aCancelIsHeardWhateverComesOfIt(String title) {
        printer.says(Golden.answer("cancel job 1", title));
        assertThat(client.cancel(1)).isTrue();
    }

    @Test
    void whichQueuesThereAre() {
        printer.says(Golden.answer("the queues of a CUPS", "two, one of a known make, one named in a language"));
        assertThat(CupsQueues.at(printer.httpUri()))
                .extracting(Candidate::description)
                .containsExactly("CUPS queue office, Example Printer 1", "CUPS queue hall");
    }
}
