package org.yici.kiosk.print;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Something to print, once.
 *
 * @param name the job's name at the printer, never used again: a copy's id
 * @param certificate the certificate's identifier, for the report; empty for other paper
 * @param sheets how many will come out, 1 or more
 * @param content asked for once, when the print begins: the PDF, or empty if it cannot be made
 */
public record PrintJob(
        String name, Optional<String> certificate, int sheets, Supplier<CompletableFuture<Optional<byte[]>>> content) {
    private static final int REFERENCE = 8;

    /** What staff find the job by: the end of its name. */
    public String reference() {
        return reference(name);
    }

    /** What staff find a job of this name by. */
    public static String reference(String name) {
        return name.substring(Math.max(0, name.length() - REFERENCE));
    }
}
