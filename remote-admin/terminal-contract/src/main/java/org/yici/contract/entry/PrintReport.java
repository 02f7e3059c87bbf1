package org.yici.contract.entry;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of the print of one certificate copy; travels sealed.
 *
 * @param copyId the copy, which is also the job's name at the printer
 * @param certificate the certificate's identifier (GB/T 36904); empty when a later session reports and cannot know it
 * @param outcome DELIVERED, PARTIAL, FAILED or UNCERTAIN
 * @param evidence how it is known, in the words of the device contract; empty unless delivered
 * @param sheets sheets that came out
 * @param ordered sheets that should have
 * @param fault the fault's name; empty if none
 * @param session random id of the session that printed
 */
public record PrintReport(
        String copyId,
        Optional<String> certificate,
        Outcome outcome,
        Optional<String> evidence,
        int sheets,
        int ordered,
        Optional<String> fault,
        String session,
        Instant at) {
    /** What a print order came to. */
    public enum Outcome {
        DELIVERED,
        PARTIAL,
        FAILED,
        UNCERTAIN
    }
}
