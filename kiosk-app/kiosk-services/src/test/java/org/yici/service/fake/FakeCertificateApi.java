package org.yici.service.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Offers;
import org.yici.contract.https.OffersRequest;
import org.yici.kiosk.port.ServerResult;
import org.yici.service.certificate.CertificateApi;

/**
 * A server that offers one certificate and issues a new copy for each new key. A test can queue other answers, which are given first, or
 * make it hold its answers back.
 */
public final class FakeCertificateApi implements CertificateApi {
    private final Queue<ServerResult<Offers>> nextOffers = new ArrayDeque<>();
    private final Queue<ServerResult<IssuedCopy>> nextCopies = new ArrayDeque<>();
    private final Map<UUID, IssuedCopy> issued = new LinkedHashMap<>();
    private final List<Runnable> held = new ArrayList<>();
    private final List<CopyRequest> requests = new ArrayList<>();
    private Offers offers = new Offers(
            List.of(new Offers.Offer("social-insurance-record", "社会保险个人参保证明", "示范省社会保险事业中心", true, "用于求职、办理居住证等。")));
    private int sheets = 1;
    private boolean holds;

    /** What there is from now on. */
    public void offer(Offers offers) {
        this.offers = offers;
    }

    /** How many sheets copies have from now on. */
    public void issueSheets(int sheets) {
        this.sheets = sheets;
    }

    public void answerOffers(ServerResult<Offers> answer) {
        nextOffers.add(answer);
    }

    public void answerIssue(ServerResult<IssuedCopy> answer) {
        nextCopies.add(answer);
    }

    /** Answers wait for {@link #release}. */
    public void hold() {
        holds = true;
    }

    /** Gives the answers that wait, and does not hold back any more. */
    public void release() {
        holds = false;
        List<Runnable> waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(Runnable::run);
    }

    /** What was issued, by key. */
    public Map<UUID, IssuedCopy> issued() {
        return Map.copyOf(issued);
    }

    /** All requests for copies, repeats too. */
    public List<CopyRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public CompletableFuture<ServerResult<Offers>> offers(OffersRequest request) {
        ServerResult<Offers> answer = nextOffers.poll();
        return give(answer == null ? new ServerResult.Success<>(offers) : answer);
    }

    @Override
    public CompletableFuture<ServerResult<IssuedCopy>> issue(UUID key, CopyRequest request) {
        requests.add(request);
        ServerResult<IssuedCopy> answer = nextCopies.poll();
        return give(answer == null ? new ServerResult.Success<>(issued.computeIfAbsent(key, this::copy)) : answer);
    }

    private IssuedCopy copy(UUID key) {
        int number = issued.size() + 1;
        return new IssuedCopy(
                "copy-" + key,
                "1.2.156.3005.2.111111111111111111001.11111111111111111.SAMPLE.001.X",
                "社会保险个人参保证明",
                number,
                sheets,
                "0".repeat(64),
                "%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    private <T> CompletableFuture<ServerResult<T>> give(ServerResult<T> answer) {
        CompletableFuture<ServerResult<T>> future = new CompletableFuture<>();
        if (holds) {
            held.add(() -> future.complete(answer));
        } else {
            future.complete(answer);
        }
        return future;
    }
}
