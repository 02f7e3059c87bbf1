package org.yici.driver.chip;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yici.base.Time;
import org.yici.base.WhoActs;
import org.yici.device.ChipEvent;
import org.yici.device.DeviceFault;
import org.yici.device.ReaderEvent.Reason;
import org.yici.driver.chip.CardReading.Found;
import org.yici.driver.chip.CardTask.Outcome;

/** The reader's slot: each card in it is read once, told once, and told to be gone. On the device's thread only. */
final class CardSlot {
    /** A card that is not all the way in, or bounces on its contacts, mostly answers to the next try. */
    private static final int MOST_TRIES = 3;

    /** How long a program that uses the card is left alone. */
    private static final Duration LEFT_ALONE = Duration.ofMillis(200);

    private final PcscService service;
    private final Time time;
    private final Duration deadline;
    private final Consumer<ChipEvent> events;
    private final Runnable wake;
    private @Nullable CardTask<Found> task;
    private String reader = "";
    private long foundAt;
    private int tries;
    private boolean told;
    private OptionalLong busySince = OptionalLong.empty();
    private boolean present;
    private Optional<DeviceFault> fault = Optional.empty();

    /** {@code wake} is called on another thread when {@link #look} has something to see. */
    CardSlot(PcscService service, Time time, Duration deadline, Consumer<ChipEvent> events, Runnable wake) {
        this.service = service;
        this.time = time;
        this.deadline = deadline;
        this.events = events;
        this.wake = wake;
    }

    /** The reader was found, or found again. */
    void found(String name) {
        reader = name;
        foundAt = time.nanos();
    }

    /** There is no slot any more, and no card in it. */
    void lost() {
        CardTask<Found> running = task;
        if (running != null) {
            running.cancel();
        }
        look(false);
    }

    /** Now a card is in the slot, or none; goes on with whatever is to be done. */
    void look(boolean cardIn) {
        present = cardIn;
        CardTask<Found> running = task;
        if (running != null) {
            follow(running);
        }
        if (!present && isFree()) {
            removed();
        } else if (present && task == null && !told && !isLeftAlone()) {
            task = read();
        }
    }

    /** A task that was given up holds the card, not the slot: what came of it was told. */
    private boolean isFree() {
        return task == null || told;
    }

    private boolean isLeftAlone() {
        return busySince.isPresent() && time.since(busySince.getAsLong()).compareTo(LEFT_ALONE) < 0;
    }

    private CardTask<Found> read() {
        CardTask<Found> begun = new CardTask<>(service, reader, time, deadline, new CardReading(), wake);
        begun.start();
        return begun;
    }

    private void follow(CardTask<Found> running) {
        Optional<Outcome<Found>> outcome = running.outcome();
        if (outcome.isPresent()) {
            task = null;
            fault = Optional.empty();
            if (!told) {
                ended(outcome.get());
            }
        } else if (running.overdue() && !told) {
            // A command that does not come back: the card has to be pulled, then the service lets go of it.
            fault = Optional.of(new DeviceFault("card-silent", WhoActs.CLEAR, ""));
            refused(Reason.UNREADABLE, "deadline");
        }
    }

    private void ended(Outcome<Found> outcome) {
        if (outcome instanceof Outcome.Done<Found> done) {
            tell(
                    done.result() instanceof Found.SocialSecurity social
                            ? new ChipEvent.CardRead(social.card(), sinceFound())
                            : new ChipEvent.TravelDocumentFound(sinceFound()));
        } else if (outcome instanceof Outcome.Busy<Found> busy) {
            fault = Optional.of(new DeviceFault("card-busy", WhoActs.RESET, busy.nativeCode()));
            busySince = OptionalLong.of(time.nanos());
        } else if (outcome instanceof Outcome.Refused<Found> refusal && (isLast(refusal) || !present)) {
            refused(refusal.reason(), refusal.nativeCode());
        }
    }

    private boolean isLast(Outcome.Refused<Found> refusal) {
        tries++;
        return refusal.reason() != Reason.UNREADABLE || refusal.nativeCode().equals("deadline") || tries >= MOST_TRIES;
    }

    private void refused(Reason reason, String nativeCode) {
        tell(new ChipEvent.CardRefused(reason, nativeCode, sinceFound()));
    }

    private void tell(ChipEvent event) {
        told = true;
        events.accept(event);
    }

    private void removed() {
        // One that was given up ends by itself, now that its card is gone.
        task = null;
        tries = 0;
        busySince = OptionalLong.empty();
        fault = Optional.empty();
        if (told) {
            told = false;
            events.accept(new ChipEvent.CardRemoved(sinceFound()));
        }
    }

    private Duration sinceFound() {
        return time.since(foundAt);
    }

    /** Whether a conversation with the card goes on. */
    boolean isTalking() {
        return task != null;
    }

    /** What is wrong with the card that is in the slot. */
    Optional<DeviceFault> fault() {
        return fault;
    }

    /** Lets whoever talks with the card end, and waits for it. */
    void close(Duration longest) {
        CardTask<Found> running = task;
        if (running != null) {
            running.cancel();
            running.join(longest);
        }
    }
}
