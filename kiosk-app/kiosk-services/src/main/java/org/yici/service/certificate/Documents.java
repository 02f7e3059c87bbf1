package org.yici.service.certificate;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.yici.base.ErrorCode;
import org.yici.contract.https.IssuedCopy;
import org.yici.kiosk.visit.CardHolder;

/** Work on documents, away from the flow's thread. Calls do not block; the futures never fail and may complete on any thread. */
public interface Documents {
    /**
     * Checks hash and seal against the terminal's own anchors, then that the sealed document is about {@code holder}, and draws what was found
     * good.
     */
    CompletableFuture<Checked> check(IssuedCopy copy, CardHolder holder);

    /** The PDF for the printer: the sealed bytes with copy number, terminal and {@code printed} added; empty if that failed. */
    CompletableFuture<Optional<byte[]>> mark(IssuedCopy copy, Instant printed);

    /** What a check found. */
    sealed interface Checked {
        /**
         * It may be shown and printed.
         *
         * @param firstPage picture of the first page
         * @param sealedBy who sealed it, as the seal's certificate says
         */
        record Good(BufferedImage firstPage, String sealedBy) implements Checked {}

        /**
         * The seal was refused: somebody has to look into it.
         *
         * @param code says in which way
         */
        record SealBad(ErrorCode code) implements Checked {}

        /** The document is sealed and is about somebody else, or does not say about whom: it is not shown, and nothing more is printed here. */
        record OtherHolder() implements Checked {}

        /** These are not the bytes, pages or certificate that the server announced. */
        record Changed() implements Checked {}
    }
}
