package org.yici.journey.certificate;

import java.util.Set;
import org.yici.device.PrintOutcome;

/**
 * Prints that are not over although nobody waits for them any more: the printer did not answer, or did not obey, when the job was to be
 * ended, or its driver fell silent. Their intent stays open, so that the next session asks again before it offers to print.
 */
public final class MayStillCome {
    private static final Set<String> FAULTS = Set.of("printer-gone", "cancel-unanswered", BoundedPrint.DRIVER_SILENT);

    private MayStillCome() {}

    /** Whether paper may still come out after this word of the driver. */
    public static boolean after(PrintOutcome outcome) {
        return outcome instanceof PrintOutcome.Uncertain uncertain
                && FAULTS.contains(uncertain.fault().name());
    }
}
