package org.yici.driver.chip;

import java.time.Duration;
import java.util.Optional;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import org.jspecify.annotations.Nullable;
import org.yici.base.Time;
import org.yici.device.ReaderEvent.Reason;

/**
 * One conversation with the card, on a thread and a connection of its own: a card that does not answer holds up neither the device's
 * thread nor its view of the slot. Between commands the conversation ends at its deadline by itself; a command that does not come back
 * ends when the card is pulled, and until then there is no {@link #outcome}.
 */
final class CardTask<T> {
    /** What is talked about; what it throws besides refusals is a fault of this driver. */
    @FunctionalInterface
    interface Conversation<T> {
        T talk(CardLink link) throws CardRefusal;
    }

    /** What came of it. */
    sealed interface Outcome<T> {
        record Done<T>(T result) implements Outcome<T> {}

        record Refused<T>(Reason reason, String nativeCode) implements Outcome<T> {}

        /** Another program uses the card: try again. */
        record Busy<T>(String nativeCode) implements Outcome<T> {}
    }

    private final PcscService service;
    private final String reader;
    private final Time time;
    private final long began;
    private final Duration deadline;
    private final Conversation<T> conversation;
    private final Thread thread;
    private volatile boolean cancelled;
    private volatile @Nullable Outcome<T> outcome;

    /** {@code whenEnded} is called on the task's thread. */
    CardTask(
            PcscService service,
            String reader,
            Time time,
            Duration deadline,
            Conversation<T> conversation,
            Runnable whenEnded) {
        this.service = service;
        this.reader = reader;
        this.time = time;
        this.began = time.nanos();
        this.deadline = deadline;
        this.conversation = conversation;
        this.thread = new Thread(
                () -> {
                    outcome = outcomeOfAll();
                    whenEnded.run();
                },
                "card in " + reader);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private Outcome<T> outcomeOfAll() {
        try (PcscConnection connection = service.open()) {
            return converse(connection.connect(reader));
        } catch (PcscTrouble e) {
            return e.kind() == PcscTrouble.Kind.BUSY
                    ? new Outcome.Busy<>(e.nativeCode())
                    : new Outcome.Refused<>(Reason.UNREADABLE, e.nativeCode());
        } catch (Throwable e) {
            // A fault of this driver; its name only, for a message may quote what a card says.
            return new Outcome.Refused<>(
                    Reason.UNREADABLE, "driver " + e.getClass().getName());
        }
    }

    private Outcome<T> converse(Card card) {
        BoundedLink link = new BoundedLink(card, time, deadline, () -> !cancelled);
        try {
            return new Outcome.Done<>(conversation.talk(link));
        } catch (CardRefusal e) {
            return new Outcome.Refused<>(e.reason(), e.nativeCode());
        } finally {
            // The next conversation begins with a card that knows nothing of this one. One that is gone is not reset:
            // pcscd 1.9.9 then calls the slot empty before it has seen so, and does not see a card that comes within
            // 0.4 s.
            disconnect(card, !link.isBroken());
        }
    }

    private static void disconnect(Card card, boolean reset) {
        try {
            card.disconnect(reset);
        } catch (CardException | RuntimeException e) {
            // It is gone.
        }
    }

    /** What came of it; empty before it ended. */
    Optional<Outcome<T>> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Whether it had its time, and a second in which to notice that. */
    boolean overdue() {
        return time.since(began).compareTo(deadline.plusSeconds(1)) > 0;
    }

    /** Lets it end before its next command. */
    void cancel() {
        cancelled = true;
    }

    /** Waits for its end. */
    void join(Duration longest) {
        try {
            thread.join(longest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
