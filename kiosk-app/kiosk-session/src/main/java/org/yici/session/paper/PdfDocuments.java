package org.yici.session.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.yici.base.ErrorCode;
import org.yici.base.TerminalId;
import org.yici.contract.PersonName;
import org.yici.contract.https.IssuedCopy;
import org.yici.kiosk.visit.CardHolder;
import org.yici.paper.copy.CopyMark;
import org.yici.paper.copy.Preview;
import org.yici.paper.copy.PrintCopy;
import org.yici.paper.holder.DocumentHolder;
import org.yici.paper.seal.SealCheck;
import org.yici.paper.seal.SealVerdict;
import org.yici.service.certificate.Documents;

/**
 * Checks, draws and marks on {@code worker}. A document is good if its hash is the announced one, its seal leads to the terminal's
 * anchors, its holder is the card's, the certificate named inside the seal is the announced one, and it has the announced number of pages.
 */
public final class PdfDocuments implements Documents {
    private final Executor worker;
    private final SealCheck seals;
    private final Preview preview;
    private final PrintCopy copies;
    private final TerminalId terminal;
    private final String terminalName;
    private final int widthPx;

    /** @param widthPx of the picture of the first page */
    public PdfDocuments(
            Executor worker,
            SealCheck seals,
            Preview preview,
            PrintCopy copies,
            TerminalId terminal,
            String terminalName,
            int widthPx) {
        this.worker = worker;
        this.seals = seals;
        this.preview = preview;
        this.copies = copies;
        this.terminal = terminal;
        this.terminalName = terminalName;
        this.widthPx = widthPx;
    }

    @Override
    public CompletableFuture<Checked> check(IssuedCopy copy, CardHolder holder) {
        return CompletableFuture.supplyAsync(() -> judge(copy, holder), worker)
                .exceptionally(failure -> new Checked.Changed());
    }

    private Checked judge(IssuedCopy copy, CardHolder holder) {
        if (!sha256(copy.document()).equals(copy.sha256())) {
            return new Checked.Changed();
        }
        SealVerdict verdict = seals.check(copy.document());
        if (verdict instanceof SealVerdict.Refused refused) {
            return new Checked.SealBad(code(refused.reason()));
        }
        SealVerdict.Good good = (SealVerdict.Good) verdict;
        if (good.holder().filter(named -> isSame(named, holder)).isEmpty()) {
            return new Checked.OtherHolder();
        }
        boolean announced = good.identifier()
                .filter(identifier -> identifier.toString().equals(copy.certificate()))
                .isPresent();
        if (!announced) {
            return new Checked.Changed();
        }
        try {
            List<BufferedImage> pages = preview.pages(copy.document(), widthPx);
            return pages.size() == copy.sheets()
                    ? new Checked.Good(pages.get(0), good.signer())
                    : new Checked.Changed();
        } catch (IOException e) {
            return new Checked.Changed();
        }
    }

    private static boolean isSame(DocumentHolder named, CardHolder card) {
        return named.hasNumberAndBirth(card.citizen().number(), card.birth())
                && new PersonName(named.name())
                        .sameAs(new PersonName(card.citizen().name()));
    }

    private static ErrorCode code(SealVerdict.Reason reason) {
        return switch (reason) {
            case MALFORMED, SEVERAL_SEALS -> ErrorCode.DOCUMENT_SEAL_BAD;
            case ALTERED, TRUNCATED -> ErrorCode.DOCUMENT_ALTERED;
            case APPENDED -> ErrorCode.DOCUMENT_APPENDED;
            case UNKNOWN_ISSUER -> ErrorCode.SEAL_ISSUER_UNKNOWN;
            case SIGNER_EXPIRED -> ErrorCode.SEAL_EXPIRED;
            case NO_SEAL -> ErrorCode.SEAL_MISSING;
            case WRONG_KEY_USAGE -> ErrorCode.SEAL_WRONG_USE;
        };
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public CompletableFuture<Optional<byte[]>> mark(IssuedCopy copy, Instant printed) {
        return CompletableFuture.supplyAsync(() -> marked(copy, printed), worker)
                .exceptionally(failure -> Optional.empty());
    }

    private Optional<byte[]> marked(IssuedCopy copy, Instant printed) {
        try {
            return Optional.of(
                    copies.mark(copy.document(), new CopyMark(copy.copyNumber(), terminalName, terminal, printed)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
