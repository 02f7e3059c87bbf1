package org.yici.driver.chip;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.yici.base.Personal;
import org.yici.device.TravelDocumentKey;
import org.yici.device.TravelDocumentOutcome;
import org.yici.device.TravelDocumentOutcome.Reason;

/** Those who want the travel document read that lies there, one after the other. Asked by any thread, served on the device's. */
final class TravelRequests {
    /** The card went between the last look at the slot and the talking. */
    private static final String NO_CARD = "8010000C";

    /** How a conversation with the card is begun. */
    @FunctionalInterface
    interface Talks {
        CardTask<TravelDocumentOutcome> begin(TravelDocumentKey key);
    }

    private record Request(Personal<TravelDocumentKey> key, CompletableFuture<TravelDocumentOutcome> future) {}

    private record Running(Request request, CardTask<TravelDocumentOutcome> task) {}

    private final Talks talks;
    private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();
    private @Nullable Running running;

    TravelRequests(Talks talks) {
        this.talks = talks;
    }

    CompletableFuture<TravelDocumentOutcome> add(Personal<TravelDocumentKey> key) {
        Request request = new Request(key, new CompletableFuture<>());
        waiting.add(request);
        return request.future();
    }

    /** Goes on: {@code cardIn} if a card lies there, {@code free} if nobody else talks with it. */
    void look(boolean cardIn, boolean free) {
        Running now = running;
        if (now != null) {
            follow(now);
        }
        if (!cardIn) {
            refuseWaiting(Reason.NO_DOCUMENT, "");
        } else if (free && running == null) {
            Request next = waiting.poll();
            if (next != null) {
                CardTask<TravelDocumentOutcome> task = talks.begin(next.key().reveal());
                running = new Running(next, task);
                task.start();
            }
        }
    }

    private void follow(Running now) {
        now.task()
                .outcome()
                .map(TravelRequests::told)
                .or(() -> now.task().overdue() ? refused(Reason.UNREADABLE, "deadline") : Optional.empty())
                .ifPresent(outcome -> {
                    running = null;
                    now.request().future().complete(outcome);
                });
    }

    private static TravelDocumentOutcome told(CardTask.Outcome<TravelDocumentOutcome> outcome) {
        if (outcome instanceof CardTask.Outcome.Done<TravelDocumentOutcome> done) {
            return done.result();
        }
        if (outcome instanceof CardTask.Outcome.Refused<TravelDocumentOutcome> refusal) {
            return refusal.nativeCode().equals(NO_CARD)
                    ? new TravelDocumentOutcome.Refused(Reason.NO_DOCUMENT, "")
                    : new TravelDocumentOutcome.Refused(Reason.UNREADABLE, refusal.nativeCode());
        }
        return new TravelDocumentOutcome.Refused(
                Reason.UNREADABLE, ((CardTask.Outcome.Busy<TravelDocumentOutcome>) outcome).nativeCode());
    }

    private static Optional<TravelDocumentOutcome> refused(Reason reason, String nativeCode) {
        return Optional.of(new TravelDocumentOutcome.Refused(reason, nativeCode));
    }

    /** Answers all that wait. */
    void refuseWaiting(Reason reason, String nativeCode) {
        for (Request each = waiting.poll(); each != null; each = waiting.poll()) {
            each.future().complete(new TravelDocumentOutcome.Refused(reason, nativeCode));
        }
    }

    /** Lets whoever talks with the card end, waits for it, and answers all. */
    void close(Duration longest) {
        Running now = running;
        if (now != null) {
            now.task().cancel();
            now.task().join(longest);
            now.request().future().complete(new TravelDocumentOutcome.Refused(Reason.UNREADABLE, "closed"));
        }
        refuseWaiting(Reason.UNREADABLE, "closed");
    }
}
