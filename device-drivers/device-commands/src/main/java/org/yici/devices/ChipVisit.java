package org.yici.devices;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yici.base.Personal;
import org.yici.device.ChipCardReader;
import org.yici.device.ChipEvent;
import org.yici.device.ChipEvent.CardRead;
import org.yici.device.ChipEvent.CardRefused;
import org.yici.device.ChipEvent.CardRemoved;
import org.yici.device.ChipEvent.TravelDocumentFound;
import org.yici.device.DeviceStatus.OfChipCardReader;
import org.yici.device.MediaStatus;
import org.yici.device.TravelDocumentKey;
import org.yici.device.TravelDocumentOutcome;
import org.yici.device.TravelDocumentReader;

/** The one card of a call: waited for, read, and what came of it. */
final class ChipVisit {
    /** A card that came in time is read, or given up, within the driver's ten seconds for a conversation and some more. */
    private static final int LONGEST_READING = 15;

    private final Watched watched;
    private final Lines lines;
    private final Optional<Personal<TravelDocumentKey>> key;
    private final Reveal reveal;
    private final String wanted;
    private final BlockingQueue<ChipEvent> events = new LinkedBlockingQueue<>();

    /** {@code wanted} is the reader's name, empty for the first one. */
    ChipVisit(Watched watched, Lines lines, Optional<Personal<TravelDocumentKey>> key, Reveal reveal, String wanted) {
        this.watched = watched;
        this.lines = lines;
        this.key = key;
        this.reveal = reveal;
        this.wanted = wanted;
        ((ChipCardReader) watched.device()).onEvent(event -> {
            if (!(event instanceof CardRemoved)) {
                events.add(event);
            }
        });
    }

    /** Waits for a card at most {@code seconds}. */
    Answer answer(int seconds) throws InterruptedException, ExecutionException {
        if (!watched.becomesUsable()) {
            return Answer.unusable(trouble().orElse("The reader cannot be used."));
        }
        lines.words().println("Waiting for a card in " + status().reader() + " …");
        ChipEvent event = next(seconds);
        if (event instanceof CardRead read) {
            return read(read);
        } else if (event instanceof TravelDocumentFound) {
            return document();
        } else if (event instanceof CardRefused refused) {
            return refused(Line.word(refused.reason()), refused.nativeCode(), ChipWords.refused(refused));
        }
        return Answer.no(
                Line.of("timeout").with("seconds", seconds),
                trouble().orElse("No card was inserted within " + seconds + " s."));
    }

    private @Nullable ChipEvent next(int seconds) throws InterruptedException {
        ChipEvent event = events.poll(seconds, TimeUnit.SECONDS);
        boolean isBeingRead =
                status().media() == MediaStatus.PRESENT && status().faults().isEmpty();
        return event == null && isBeingRead ? events.poll(LONGEST_READING, TimeUnit.SECONDS) : event;
    }

    private Answer read(CardRead read) {
        reveal.warn(lines);
        return Answer.done(
                SocialSecurityLine.of(read, reveal),
                read.card().reveal().holder().isPresent()
                        ? ""
                        : "The card guards its holder: that takes a PIN, and none is ever tried.");
    }

    private Answer document() throws InterruptedException, ExecutionException {
        if (key.isEmpty()) {
            return refused(
                    "key-needed",
                    "",
                    "A travel document lies there. It opens with what is printed in it:"
                            + " call again with --number, --birth and --expiry.");
        }
        TravelDocumentOutcome outcome =
                ((TravelDocumentReader) watched.device()).read(key.get()).get();
        if (outcome instanceof TravelDocumentOutcome.Read read) {
            reveal.warn(lines);
            return Answer.done(TravelDocumentLine.of(read, reveal), ChipWords.proof(read.proof()));
        }
        TravelDocumentOutcome.Refused refused = (TravelDocumentOutcome.Refused) outcome;
        return refused(Line.word(refused.reason()), refused.nativeCode(), ChipWords.refused(refused));
    }

    private static Answer refused(String reason, String nativeCode, String words) {
        return Answer.no(Line.of("refused").with("reason", reason).with("nativeCode", nativeCode), words);
    }

    private OfChipCardReader status() {
        return (OfChipCardReader) watched.device().status();
    }

    private Optional<String> trouble() {
        return ChipWords.trouble(status(), wanted);
    }
}
