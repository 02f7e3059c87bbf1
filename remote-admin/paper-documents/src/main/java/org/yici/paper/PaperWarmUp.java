package org.yici.paper;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.yici.base.TerminalId;
import org.yici.paper.copy.CopyMark;
import org.yici.paper.copy.Preview;
import org.yici.paper.copy.PrintCopy;
import org.yici.paper.font.PaperFonts;
import org.yici.paper.seal.SealCheck;
import org.yici.paper.seal.SealVerdict;

/**
 * Does once, on a sealed sample of the program's own, what a session does with a certificate: check, holder, preview, copy. Loads classes
 * and the face for the strip, so that the first citizen does not wait for it; also tells early if one of it cannot work here.
 */
public final class PaperWarmUp {
    private static final CopyMark MARK = new CopyMark(1, "样机", new TerminalId("demo-0000"), Instant.EPOCH);

    private PaperWarmUp() {}

    /**
     * Takes about a second in a fresh process, on the caller's thread.
     *
     * @param previewWidthPx the width that the session will ask for
     * @throws IllegalStateException if the sample is refused or cannot be drawn
     */
    public static void run(PaperFonts fonts, int previewWidthPx) {
        try (InputStream anchors = resource("warm-up-ca.pem");
                InputStream sample = resource("warm-up.pdf")) {
            byte[] sealed = sample.readAllBytes();
            SealVerdict verdict = SealCheck.withAnchors(anchors).check(sealed);
            if (verdict instanceof SealVerdict.Refused refused) {
                throw new IllegalStateException("the built-in sample was refused: " + refused.reason());
            }
            ((SealVerdict.Good) verdict).holder().ifPresent(holder -> holder.hasNumberAndBirth("", LocalDate.EPOCH));
            new Preview(fonts).pages(sealed, previewWidthPx);
            new PrintCopy(fonts).mark(sealed, MARK);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("the built-in sample could not be read", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PaperWarmUp.class.getResourceAsStream(name), name);
    }
}
