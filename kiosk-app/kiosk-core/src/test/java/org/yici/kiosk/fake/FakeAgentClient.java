package org.yici.kiosk.fake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yici.base.ErrorCode;
import org.yici.contract.StoppableService;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.DeviceReport;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.EndReason;

/** Keeps in memory what it is given, and can refuse, be silent, go away and come back. On the loop only. */
public final class FakeAgentClient implements AgentClient {
    private final Map<UUID, Intent> intents = new LinkedHashMap<>();
    private final Map<UUID, PrintReport> outcomes = new LinkedHashMap<>();
    private final Map<UUID, Object> entries = new LinkedHashMap<>();
    private final Map<StoppableService, ErrorCode> stopped = new EnumMap<>(StoppableService.class);
    private final List<EventCode> events = new ArrayList<>();
    private final Map<EventCode, Map<String, Long>> numbers = new LinkedHashMap<>();
    private final List<Runnable> unanswered = new ArrayList<>();
    private final List<CompletableFuture<StoreResult>> waiting = new ArrayList<>();
    private List<DeviceReport> status = List.of();
    private @Nullable Listener listener;
    private @Nullable EndReason ended;
    private @Nullable ErrorCode refusal;
    private boolean silent;
    private int shown;

    /** Grants the screen, or tells what has changed. */
    public void grant(DisplayGrant foreground) {
        listener().granted(foreground);
    }

    /** Everything that is to be kept from now on is refused. */
    public void refuse(ErrorCode reason) {
        refusal = reason;
    }

    /** The agent's process is gone; what is said now waits. */
    public void goAway() {
        silent = true;
        listener().away();
    }

    /** The agent is back and hears what waited. */
    public void comeBack() {
        silent = false;
        List<Runnable> heard = List.copyOf(unanswered);
        unanswered.clear();
        heard.forEach(Runnable::run);
    }

    /** It was looked for in vain. */
    public void beGone() {
        silent = true;
        refusal = ErrorCode.AGENT_GONE;
        unanswered.clear();
        List<CompletableFuture<StoreResult>> given = List.copyOf(waiting);
        waiting.clear();
        given.forEach(future -> future.complete(new StoreResult.Rejected(ErrorCode.AGENT_GONE)));
        listener().gone();
    }

    public Map<UUID, Intent> intents() {
        return new LinkedHashMap<>(intents);
    }

    public Map<UUID, PrintReport> outcomes() {
        return new LinkedHashMap<>(outcomes);
    }

    public Map<UUID, Object> entries() {
        return new LinkedHashMap<>(entries);
    }

    /** The numbers of the latest event of this code. */
    public Map<String, Long> numbers(EventCode code) {
        return numbers.getOrDefault(code, Map.of());
    }

    /** What was stopped here, and why. */
    public Map<StoppableService, ErrorCode> stopped() {
        return Map.copyOf(stopped);
    }

    public List<EventCode> events() {
        return List.copyOf(events);
    }

    /** The devices as they were told last. */
    public List<DeviceReport> status() {
        return status;
    }

    /** Why the session ended; empty if it did not. */
    public Optional<EndReason> ended() {
        return Optional.ofNullable(ended);
    }

    /** How often the session said that its screen is painted. */
    public int shownCount() {
        return shown;
    }

    private Listener listener() {
        return Objects.requireNonNull(listener);
    }

    @Override
    public void listen(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void shown() {
        shown++;
    }

    @Override
    public CompletableFuture<StoreResult> entry(UUID key, String kind, int format, Object content) {
        return keep(() -> entries.putIfAbsent(key, content));
    }

    @Override
    public CompletableFuture<StoreResult> intent(Intent intent, PrintReport remainder) {
        return keep(() -> intents.putIfAbsent(intent.key(), intent));
    }

    @Override
    public CompletableFuture<StoreResult> outcome(UUID intent, PrintReport report) {
        return keep(() -> outcomes.putIfAbsent(intent, report));
    }

    @Override
    public CompletableFuture<StoreResult> stop(StoppableService service, ErrorCode reason) {
        return keep(() -> stopped.put(service, reason));
    }

    private CompletableFuture<StoreResult> keep(Runnable write) {
        if (refusal != null) {
            return CompletableFuture.completedFuture(new StoreResult.Rejected(refusal));
        }
        CompletableFuture<StoreResult> answer = new CompletableFuture<>();
        Runnable work = () -> {
            write.run();
            waiting.remove(answer);
            answer.complete(new StoreResult.Stored());
        };
        if (silent) {
            waiting.add(answer);
            unanswered.add(work);
        } else {
            work.run();
        }
        return answer;
    }

    @Override
    public void status(List<DeviceReport> devices) {
        status = List.copyOf(devices);
    }

    @Override
    public void event(EventCode code, SessionEvent.Level level, Map<String, Long> given) {
        events.add(code);
        numbers.put(code, Map.copyOf(given));
    }

    @Override
    public void ending(EndReason reason) {
        if (ended != null) {
            throw new IllegalStateException("the session ended twice");
        }
        ended = reason;
    }
}
