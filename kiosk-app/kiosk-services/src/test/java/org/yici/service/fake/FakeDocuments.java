package org.yici.service.fake;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.yici.contract.https.IssuedCopy;
import org.yici.kiosk.visit.CardHolder;
import org.yici.service.certificate.Documents;

/** Finds everything good unless a test says otherwise. */
public final class FakeDocuments implements Documents {
    private static final BufferedImage PAGE = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    private final Queue<Checked> next = new ArrayDeque<>();
    private final List<CardHolder> holders = new ArrayList<>();
    private boolean markFails;

    /** What the next check finds. */
    public void find(Checked checked) {
        next.add(checked);
    }

    /** Whom documents were checked against, in order. */
    public List<CardHolder> holders() {
        return List.copyOf(holders);
    }

    /** Marking fails from now on. */
    public void failToMark() {
        markFails = true;
    }

    @Override
    public CompletableFuture<Checked> check(IssuedCopy copy, CardHolder holder) {
        holders.add(holder);
        Checked checked = next.poll();
        return CompletableFuture.completedFuture(
                checked == null ? new Checked.Good(PAGE, "示范省社会保险事业中心电子印章（样张）") : checked);
    }

    @Override
    public CompletableFuture<Optional<byte[]>> mark(IssuedCopy copy, Instant printed) {
        return CompletableFuture.completedFuture(markFails ? Optional.empty() : Optional.of(copy.document()));
    }
}
