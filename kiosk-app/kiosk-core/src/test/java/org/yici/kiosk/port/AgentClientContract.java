package org.yici.kiosk.port;

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
import org.yici.kiosk.port.AgentClient.DisplayGrant;
import org.yici.kiosk.port.AgentClient.Intent;
import org.yici.kiosk.port.AgentClient.StoreResult;

/** What every agent does, the fake one and the real agent's link alike. */
public abstract class AgentClientContract {
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
    protected abstract AgentClient client();

    /** What the listener was told, in words: {@code foreground}, {@code away}, {@code gone}. */
    protected abstract List<String> heard();

    protected abstract void grant(DisplayGrant foreground);

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

    private static StoreResult answer(CompletableFuture<StoreResult> kept) {
        return kept.orTimeout(5, TimeUnit.SECONDS).join();
    }

    @Test
    void keepsAnIntentThenItsOutcomeThenAnEntry() {
        assertThat(answer(client().intent(INTENT, REPORT))).isEqualTo(new StoreResult.Stored());
        assertThat(keptIntents()).containsExactly(KEY);
        assertThat(answer(client().outcome(KEY, REPORT))).isEqualTo(new StoreResult.Stored());
        assertThat(keptOutcomes()).containsExactly(KEY);
        UUID other = UUID.fromString("0199f000-0000-7000-8000-000000000002");
        assertThat(answer(client().entry(other, "rating", 1, Map.of("grade", 5))))
                .isEqualTo(new StoreResult.Stored());
        assertThat(keptEntries()).containsExactly(other);
    }

    @Test
    void stopsAService() {
        assertThat(answer(client().stop(StoppableService.CERTIFICATES, ErrorCode.DOCUMENT_HOLDER_WRONG)))
                .isEqualTo(new StoreResult.Stored());
        assertThat(stopped()).containsExactly(StoppableService.CERTIFICATES);
        refuse(ErrorCode.STORE_FULL);
        assertThat(answer(client().stop(StoppableService.CERTIFICATES, ErrorCode.DOCUMENT_HOLDER_WRONG)))
                .isEqualTo(new StoreResult.Rejected(ErrorCode.STORE_FULL));
    }

    @Test
    void saysWhyItDoesNotKeep() {
        refuse(ErrorCode.STORE_FULL);
        assertThat(answer(client().intent(INTENT, REPORT))).isEqualTo(new StoreResult.Rejected(ErrorCode.STORE_FULL));
        assertThat(keptIntents()).isEmpty();
    }

    @Test
    void saysAgainWhatWasNotAnsweredWhenTheAgentComesBack() {
        goAway();
        CompletableFuture<StoreResult> kept = client().intent(INTENT, REPORT);
        assertThat(kept).isNotDone();
        comeBack();
        assertThat(answer(kept)).isEqualTo(new StoreResult.Stored());
        assertThat(keptIntents()).containsExactly(KEY);
        assertThat(heard()).contains("away").doesNotContain("gone");
    }

    @Test
    void keepsNothingMoreOnceTheAgentIsGone() {
        goAway();
        CompletableFuture<StoreResult> before = client().intent(INTENT, REPORT);
        beGone();
        assertThat(answer(before)).isEqualTo(new StoreResult.Rejected(ErrorCode.AGENT_GONE));
        until(() -> heard().contains("gone"));
        assertThat(answer(client().outcome(KEY, REPORT))).isEqualTo(new StoreResult.Rejected(ErrorCode.AGENT_GONE));
    }

    @Test
    void tellsEachForegroundWithItsOpenIntents() {
        grant(new DisplayGrant(true, List.of(INTENT)));
        until(() -> heard().contains("foreground OPEN [" + INTENT + "]"));
        grant(new DisplayGrant(false, List.of()));
        until(() -> heard().contains("foreground SERVER_GONE []"));
        grant(new DisplayGrant(Optional.of(ErrorCode.SERVER_UNPROVEN), List.of()));
        until(() -> heard().contains("foreground SERVER_UNPROVEN []"));
        grant(new DisplayGrant(Optional.empty(), Optional.of(ErrorCode.STORE_DAMAGED), List.of()));
        until(() -> heard().contains("foreground STORE_DAMAGED OPEN []"));
        grant(new DisplayGrant(
                Optional.empty(),
                Optional.empty(),
                Map.of(StoppableService.CERTIFICATES, ErrorCode.DOCUMENT_HOLDER_WRONG),
                List.of()));
        until(() -> heard().contains("foreground {CERTIFICATES=DOCUMENT_HOLDER_WRONG} OPEN []"));
    }

    @Test
    void passesOnEventsAndDevices() {
        client().event(EventCode.CARD_READ, SessionEvent.Level.INFO, Map.of("millis", 7L));
        client().status(List.of(
                new DeviceReport("document-printer", "documentPrinter", "online", Map.of(), List.of())));
        until(() -> events().contains("CARD_READ") && deviceStates().contains("online"));
    }

    @Test
    void saysTheEndAndWhy() {
        client().ending(EndReason.TIMED_OUT);
        until(() -> ended().equals(Optional.of(EndReason.TIMED_OUT)));
    }
}
