package org.yici.driver.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yici.device.EvidenceClass;
import org.yici.device.PrintOutcome;
import org.yici.device.Sides;

class PrintDecisionTest {
    private static final int ORDERED = 3;

    /** {@code counted}: impressions, or impressions/sheets. */
    private static JobReport job(JobPhase phase, String counted, String reason) {
        String[] counts = (counted + "/-").split("/", -1);
        return new JobReport(
                1, "copy", phase, count(counts[0]), count(counts[1]), reason.equals("-") ? List.of() : List.of(reason));
    }

    private static OptionalInt count(String word) {
        return word.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(word));
    }

    private static PrinterCondition printer(String reason) {
        return PrinterCondition.of(new PrinterReport(
                reason.equals("-") ? 3 : PrinterReport.STOPPED,
                true,
                reason.equals("-") ? List.of() : List.of(reason),
                OptionalInt.empty(),
                false));
    }

    private static String told(Optional<PrintOutcome> outcome) {
        if (outcome.isEmpty()) {
            return "-";
        }
        if (outcome.get() instanceof PrintOutcome.Delivered delivered) {
            assertThat(delivered.sheets()).isEqualTo(ORDERED);
            return "DELIVERED " + delivered.evidence();
        }
        if (outcome.get() instanceof PrintOutcome.Partial partial) {
            assertThat(partial.ordered()).isEqualTo(ORDERED);
            return "PARTIAL " + partial.sheets() + " " + partial.fault().name();
        }
        return outcome.get() instanceof PrintOutcome.Failed failed
                ? "FAILED " + failed.fault().name()
                : "UNCERTAIN "
                        + ((PrintOutcome.Uncertain) outcome.get()).fault().name();
    }

    @ParameterizedTest
    @CsvSource({
        // profile, job-state, impressions/sheets, job's reason, printer's reason, outcome
        "IMPRESSIONS, COMPLETED,  3, job-completed-successfully,  -,                 DELIVERED IMPRESSIONS",
        "IMPRESSIONS, COMPLETED,  4, -,                           -,                 DELIVERED IMPRESSIONS",
        "IMPRESSIONS, COMPLETED,  3, job-completed-with-warnings, -,                 DELIVERED IMPRESSIONS",
        "IMPRESSIONS, COMPLETED,  3, -,                           media-empty,       DELIVERED IMPRESSIONS",
        "IMPRESSIONS, COMPLETED,  3, -,                           media-jam-error,   UNCERTAIN media-jam",
        "IMPRESSIONS, COMPLETED,  3, job-completed-with-errors,   -,                 UNCERTAIN job-completed-with-errors",
        "IMPRESSIONS, COMPLETED,  3/3, -,                         -,                 DELIVERED IMPRESSIONS",
        "IMPRESSIONS, COMPLETED,  3/2, -,                         -,                 UNCERTAIN sheets-short",
        "IMPRESSIONS, COMPLETED,  3/0, -,                         -,                 UNCERTAIN sheets-short",
        "IMPRESSIONS, CANCELED,   3/0, -,                         -,                 UNCERTAIN sheets-short",
        "IMPRESSIONS, COMPLETED,  2, -,                           -,                 PARTIAL 2 impressions-short",
        "IMPRESSIONS, COMPLETED,  1, -,                           media-empty-error, PARTIAL 1 media-empty",
        "IMPRESSIONS, COMPLETED,  0, -,                           -,                 UNCERTAIN impressions-zero",
        "IMPRESSIONS, COMPLETED,  -, -,                           -,                 UNCERTAIN impressions-missing",
        "IMPRESSIONS, CANCELED,   0, job-canceled-by-user,        -,                 FAILED job-canceled",
        "IMPRESSIONS, CANCELED,   0, job-canceled-by-user,        media-empty-error, FAILED media-empty",
        "IMPRESSIONS, CANCELED,   1, -,                           -,                 PARTIAL 1 impressions-short",
        "IMPRESSIONS, CANCELED,   3, -,                           -,                 DELIVERED IMPRESSIONS",
        "IMPRESSIONS, CANCELED,   -, -,                           -,                 UNCERTAIN impressions-missing",
        "IMPRESSIONS, ABORTED,    0, aborted-by-system,           -,                 FAILED job-aborted",
        "IMPRESSIONS, ABORTED,    2, aborted-by-system,           media-jam-error,   PARTIAL 2 media-jam",
        "IMPRESSIONS, ABORTED,    -, aborted-by-system,           -,                 UNCERTAIN impressions-missing",
        "JOB_STATE,   COMPLETED,  -, -,                           -,                 DELIVERED JOB_STATE",
        "JOB_STATE,   COMPLETED,  0, -,                           -,                 DELIVERED JOB_STATE",
        "JOB_STATE,   COMPLETED,  -, -,                           media-empty,       UNCERTAIN media-empty",
        "JOB_STATE,   COMPLETED,  -, -,                           media-jam,         UNCERTAIN media-jam",
        "JOB_STATE,   COMPLETED,  -, job-completed-with-errors,   -,                 UNCERTAIN job-completed-with-errors",
        "JOB_STATE,   CANCELED,   0, -,                           -,                 UNCERTAIN job-canceled",
        "JOB_STATE,   ABORTED,    0, -,                           -,                 UNCERTAIN job-aborted",
        "CITIZEN_WORD, COMPLETED, 3, -,                           -,                 UNCERTAIN no-evidence",
    })
    void tellsWhatBecameOfAJobThatEnded(
            EvidenceClass evidence, JobPhase phase, String impressions, String reason, String printer, String outcome) {
        PrintDecision decision = new PrintDecision(evidence, ORDERED, Sides.ONE_SIDED, OptionalInt.empty());
        assertThat(told(decision.outcome(job(phase, impressions, reason), printer(printer), true)))
                .isEqualTo(outcome);
    }

    @Test
    void decidesNothingWhileThePrinterMayStillAct() {
        for (EvidenceClass evidence : EvidenceClass.values()) {
            for (JobPhase phase : JobPhase.values()) {
                if (!phase.ended()) {
                    assertThat(new PrintDecision(evidence, ORDERED, Sides.ONE_SIDED, OptionalInt.empty())
                                    .outcome(job(phase, "3", "-"), printer("-"), true))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void decidesOnlyDeliveryBeforeTheCountHasSettled() {
        PrintDecision decision =
                new PrintDecision(EvidenceClass.IMPRESSIONS, ORDERED, Sides.ONE_SIDED, OptionalInt.empty());
        assertThat(decision.outcome(job(JobPhase.COMPLETED, "3", "-"), printer("-"), false))
                .isPresent();
        assertThat(decision.outcome(job(JobPhase.COMPLETED, "2", "-"), printer("-"), false))
                .isEmpty();
        assertThat(decision.outcome(job(JobPhase.CANCELED, "0", "-"), printer("-"), false))
                .isEmpty();
    }

    /** Every combination: nothing but full evidence is ever told as delivered. */
    @Test
    void neverSaysDeliveredWithoutEvidence() {
        for (JobPhase phase : JobPhase.values()) {
            for (String count : List.of("-", "0", "1", "2")) {
                for (String reason : List.of("-", "media-empty", "media-jam", "cover-open", "toner-empty")) {
                    Optional<PrintOutcome> outcome = new PrintDecision(
                                    EvidenceClass.IMPRESSIONS, ORDERED, Sides.ONE_SIDED, OptionalInt.empty())
                            .outcome(job(phase, count, "-"), printer(reason), true);
                    assertThat(outcome.filter(PrintOutcome.Delivered.class::isInstance))
                            .isEmpty();
                }
            }
        }
    }

    /** Five pages on both sides are three sheets. */
    @ParameterizedTest
    @CsvSource({
        "COMPLETED, 5/3, DELIVERED IMPRESSIONS",
        "COMPLETED, 6/3, DELIVERED IMPRESSIONS",
        "COMPLETED, 5/-, DELIVERED IMPRESSIONS",
        "COMPLETED, 5/2, UNCERTAIN sheets-short",
        "COMPLETED, 4/2, PARTIAL 2 impressions-short",
        "COMPLETED, 3/2, PARTIAL 1 impressions-short",
        "CANCELED,  1/1, UNCERTAIN impressions-short",
        "CANCELED,  1/-, UNCERTAIN impressions-short",
        "CANCELED,  0/0, FAILED job-canceled",
    })
    void countsSheetsThatHaveTwoSides(JobPhase phase, String counted, String outcome) {
        PrintDecision decision =
                new PrintDecision(EvidenceClass.IMPRESSIONS, 5, Sides.TWO_SIDED_LONG_EDGE, OptionalInt.empty());
        assertThat(told(decision.outcome(job(phase, counted, "-"), printer("-"), true)))
                .isEqualTo(outcome);
    }
}
