package org.yici.journey.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yici.base.ErrorCode;
import org.yici.contract.StoppableService;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.DeviceReport;
import org.yici.device.DeviceId;
import org.yici.journey.port.Keeper.Foreground;
import org.yici.journey.port.Keeper.Intent;
import org.yici.journey.port.Keeper.Kept;

/** What every keeper does, the fake one and the real agent's link alike. */
public abstract class KeeperContract {
    protected static final UUID KEY = UUID.fromString("0199f000-0000-7000-8000-000000000001");
    protected static final Intent INTENT = new Intent(KEY, "copy-1", new DeviceId("document-printer"), 1);
    protected static final PrintReport REPORT = new PrintReport(
            "copy-1",
            Optional.of("1.2.156"),
            PrintReport.Outcome.DELIVERED,
            Optional.of("IMPRESSIONS"),
            1,
            1,
            Optional.empty(),
            "session-1",
            Instant.parse("2026-11-01T00:00:00Z"));

    /** Listening already, with the agent there; {@link #heard} tells what its listener heard. */
    protected abstract Keeper keeper();

    /** What the listener was told, in words: {@code foreground}, {@code away}, {@code gone}. */
    protected abstract List<String> heard();

    protected abstract void grant(Foreground foreground);

    protected abstract void refuse(ErrorCode reason);

    protected abstract void goAway();

    protected abstract void comeBack();

    /** The time for coming back is over. */
    protected abstract void beGone();

    /** Keys of what the agent has on disk, each as often as it was written. */
    protected abstract List<UUID> keptIntents();

    protected abstract List<UUID> keptOutcomes();

    protected abstract List<UUID> keptEntries();

    /** What the agent stopped. */
    protected abstract List<StoppableService> stopped();

    protected abstract List<String> events();

    protected abstract List<String> deviceStates();

    protected abstract Optional<EndReason> ended();

    /** Lets what is under way arrive; returns once {@code condition} holds, or fails. */
    protected abstract void until(Callable<Boolean> condition);

    private static Kept answer(CompletableFuture<Kept> kept) {
        return kept.orTimeout(5, TimeUnit.SECONDS).join();
    }

    @Test
    void keepsAnIntentThenItsOutcomeThenAnEntry() {
        assertThat(answer(keeper().intent(INTENT, REPORT))).isEqualTo(new Kept.Yes());
        assertThat(keptIntents()).containsExactly(KEY);
        assertThat(answer(keeper().outcome(KEY, REPORT))).isEqualTo(new Kept.Yes());
        assertThat(keptOutcomes()).containsExactly(KEY);
        UUID other = UUID.fromString("0199f000-0000-7000-8000-000000000002");
        assertThat(answer(keeper().entry(other, "rating", 1, Map.of("grade", 5))))
                .isEqualTo(new Kept.Yes());
        assertThat(keptEntries()).containsExactly(other);
    }

    @Test
    void stopsAService() {
        assertThat(answer(keeper().stop(StoppableService.CERTIFICATES, ErrorCode.DOCUMENT_HOLDER_WRONG)))
                .isEqualTo(new Kept.Yes());
        assertThat(stopped()).containsExactly(StoppableService.CERTIFICATES);
        refuse(ErrorCode.STORE_FULL);
        assertThat(answer(keeper().stop(StoppableService.CERTIFICATES, ErrorCode.DOCUMENT_HOLDER_WRONG)))
                .isEqualTo(new Kept.No(ErrorCode.STORE_FULL));
    }

    @Test
    void saysWhyItDoesNotKeep() {
        refuse(ErrorCode.STORE_FULL);
        assertThat(answer(keeper().intent(INTENT, REPORT))).isEqualTo(new Kept.No(ErrorCode.STORE_FULL));
        assertThat(keptIntents()).isEmpty();
    }

    @Test
    void saysAgainWhatWasNotAnsweredWhenTheAgentComesBack() {
        goAway();
        CompletableFuture<Kept> kept = keeper().intent(INTENT, REPORT);
        assertThat(kept).isNotDone();
        comeBack();
        assertThat(answer(kept)).isEqualTo(new Kept.Yes());
        assertThat(keptIntents()).containsExactly(KEY);
        assertThat(heard()).contains("away").doesNotContain("gone");
    }

    @Test
    void keepsNothingMoreOnceTheAgentIsGone() {
        goAway();
        CompletableFuture<Kept> before = keeper().intent(INTENT, REPORT);
        beGone();
        assertThat(answer(before)).isEqualTo(new Kept.No(ErrorCode.KEEPER_GONE));
        until(() -> heard().contains("gone"));
        assertThat(answer(keeper().outcome(KEY, REPORT))).isEqualTo(new Kept.No(ErrorCode.KEEPER_GONE));
    }

    @Test
    void tellsEachForegroundWithItsOpenIntents() {
        grant(new Foreground(true, List.of(INTENT)));
        until(() -> heard().contains("foreground OPEN [" + INTENT + "]"));
        grant(new Foreground(false, List.of()));
        until(() -> heard().contains("foreground CENTRE_GONE []"));
        grant(new Foreground(Optional.of(ErrorCode.CENTRE_UNPROVEN), List.of()));
        until(() -> heard().contains("foreground CENTRE_UNPROVEN []"));
        grant(new Foreground(Optional.empty(), Optional.of(ErrorCode.STORE_DAMAGED), List.of()));
        until(() -> heard().contains("foreground STORE_DAMAGED OPEN []"));
        grant(new Foreground(
                Optional.empty(),
                Optional.empty(),
                Map.of(StoppableService.CERTIFICATES, ErrorCode.DOCUMENT_HOLDER_WRONG),
                List.of()));
        until(() -> heard().contains("foreground {CERTIFICATES=DOCUMENT_HOLDER_WRONG} OPEN []"));
    }

    @Test
    void passesOnEventsAndDevices() {
        keeper().event(EventCode.CARD_READ, SessionEvent.Level.INFO, Map.of("millis", 7L));
        keeper().status(List.of(
                new DeviceReport("document-printer", "documentPrinter", "online", Map.of(), List.of())));
        until(() -> events().contains("CARD_READ") && deviceStates().contains("online"));
    }

    @Test
    void saysTheEndAndWhy() {
        keeper().ending(EndReason.TIMED_OUT);
        until(() -> ended().equals(Optional.of(EndReason.TIMED_OUT)));
    }
}
