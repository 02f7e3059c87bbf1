package org.yici.session.agent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yici.base.ErrorCode;
import org.yici.base.TerminalId;
import org.yici.contract.StoppableService;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.SealedBox;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.message.DeviceReport;
import org.yici.contract.sealing.Sealer;
import org.yici.device.DeviceId;
import org.yici.ipc.AgentMessage;
import org.yici.ipc.PrintIntent;
import org.yici.ipc.SessionMessage;
import org.yici.kiosk.port.AgentClient;
import org.yici.kiosk.port.EndReason;
import org.yici.kiosk.port.UiExecutor;

/**
 * The agent as the flows' agent. Seals what is personal before it leaves the process; says again what was not answered when the line
 * comes back. {@code halt} is obeyed on the receiving thread, whatever the loop does. Thread-safe.
 */
public final class SocketAgentClient implements AgentClient, AutoCloseable {
    private static final int FIRST_WORD = 1;
    private static final int INTENT = 0;
    private static final int STOP = 0;

    private final UiExecutor loop;
    private final TerminalId terminal;
    private final Sealer sealer;
    private final Predicate<AgentMessage.DisplayGrant> terms;
    private final Runnable halt;
    private final AgentTimeouts timeout;
    private final AgentConnection line;
    private final Map<Name, PendingRequest> pending = new LinkedHashMap<>();
    private State state = State.CONNECTING;
    private List<DeviceReport> status = List.of();
    private long heartbeats;
    private boolean painted;
    private boolean paintedToldHere;
    private @Nullable EndReason ended;
    private volatile @Nullable Listener listener;

    private enum State {
        CONNECTING,
        UP,
        DOWN,
        LOST
    }

    private record Name(UUID key, int version) {}

    private record PendingRequest(SessionMessage message, CompletableFuture<StoreResult> answer) {}

    /**
     * @param terms hears each foreground first, on the receiving thread: pass and good time are not the flows'; says whether there is a
     *     pass now, from this foreground or from before
     * @param halt ends the process at once; any thread
     */
    public SocketAgentClient(
            Path socket,
            SessionMessage.Hello hello,
            AgentTimeouts timeout,
            UiExecutor loop,
            TerminalId terminal,
            Sealer sealer,
            Predicate<AgentMessage.DisplayGrant> terms,
            Runnable halt) {
        this.loop = loop;
        this.terminal = terminal;
        this.sealer = sealer;
        this.terms = terms;
        this.halt = halt;
        this.timeout = timeout;
        this.line = new AgentConnection(socket, hello, timeout, loop.time(), new LineEvents());
    }

    /** Begins to look for the agent; after {@link #listen}. */
    public void connect() {
        line.start();
    }

    /** Hangs up for good, without a word: the agent sees what it would see at the end of the process. */
    @Override
    public void close() {
        line.close();
    }

    /** Does once with {@code sample} what the real one is waited for with. */
    public static void rehearse(AgentMessage.DisplayGrant sample) {
        foreground(sample, true);
    }

    @Override
    public void listen(Listener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void shown() {
        painted = true;
        paintedToldHere = true;
        line.say(new SessionMessage.ScreenPainted());
    }

    /** A sign of life; call it on the loop, for it proves that the loop lives. */
    public synchronized void heartbeat() {
        line.say(new SessionMessage.Heartbeat(++heartbeats));
    }

    @Override
    public CompletableFuture<StoreResult> entry(UUID key, String kind, int format, Object content) {
        Entry sealed = sealer.seal(new EntryHeader(terminal.value(), key, FIRST_WORD, kind, format), content);
        return keep(new Name(key, FIRST_WORD), new SessionMessage.KeepEntry(sealed));
    }

    @Override
    public CompletableFuture<StoreResult> intent(Intent intent, PrintReport remainder) {
        SealedBox box = sealed(intent.key(), remainder).box().orElseThrow();
        PrintIntent told =
                new PrintIntent(intent.key(), intent.jobName(), intent.printer().value(), intent.sheets(), box);
        return keep(new Name(intent.key(), INTENT), new SessionMessage.KeepIntent(told));
    }

    @Override
    public CompletableFuture<StoreResult> outcome(UUID intent, PrintReport report) {
        return keep(
                new Name(intent, FIRST_WORD),
                new SessionMessage.KeepOutcome(intent, report.outcome().name(), sealed(intent, report)));
    }

    @Override
    public CompletableFuture<StoreResult> stop(StoppableService service, ErrorCode reason) {
        UUID key = UUID.randomUUID();
        return keep(new Name(key, STOP), new SessionMessage.StopService(key, service.word(), reason.code()));
    }

    private Entry sealed(UUID key, PrintReport report) {
        return sealer.seal(new EntryHeader(terminal.value(), key, FIRST_WORD, EntryKinds.PRINT_OUTCOME, 1), report);
    }

    private synchronized CompletableFuture<StoreResult> keep(Name name, SessionMessage message) {
        if (state == State.LOST) {
            return CompletableFuture.completedFuture(new StoreResult.Rejected(ErrorCode.AGENT_GONE));
        }
        PendingRequest waiting =
                pending.computeIfAbsent(name, n -> new PendingRequest(message, new CompletableFuture<>()));
        line.say(waiting.message());
        return waiting.answer();
    }

    @Override
    public synchronized void status(List<DeviceReport> devices) {
        status = List.copyOf(devices);
        line.say(new SessionMessage.Status(status));
    }

    @Override
    public void event(EventCode code, SessionEvent.Level level, Map<String, Long> numbers) {
        line.say(new SessionMessage.Event(code.name(), level, numbers));
    }

    @Override
    public synchronized void ending(EndReason reason) {
        ended = reason;
        loop.after(timeout.again().plus(timeout.halt()), halt);
        sayEnding();
    }

    /** Said last: what is not answered yet has time until the agent is given up. */
    private synchronized void sayEnding() {
        EndReason reason = ended;
        if (reason == null || !pending.isEmpty()) {
            return;
        }
        if (state == State.UP) {
            line.say(new SessionMessage.Ending(word(reason)));
            loop.after(timeout.halt(), halt);
        } else {
            halt.run();
        }
    }

    private static SessionMessage.Reason word(EndReason reason) {
        return switch (reason) {
            case FINISHED -> SessionMessage.Reason.FINISHED;
            case CANCELLED -> SessionMessage.Reason.CANCELLED;
            case TIMED_OUT -> SessionMessage.Reason.TIMED_OUT;
            case FAULT -> SessionMessage.Reason.FAULT;
        };
    }

    private void answer(Name name, StoreResult kept) {
        PendingRequest waiting;
        synchronized (this) {
            waiting = pending.remove(name);
        }
        if (waiting != null) {
            waiting.answer().complete(kept);
            sayEnding();
        }
    }

    private void tell(Consumer<Listener> word) {
        Listener hears = Objects.requireNonNull(listener, "nobody listens to the keeper");
        loop.execute(() -> word.accept(hears));
    }

    private static DisplayGrant foreground(AgentMessage.DisplayGrant told, boolean hasPass) {
        List<Intent> open = told.openIntents().stream()
                .map(intent ->
                        new Intent(intent.key(), intent.jobName(), new DeviceId(intent.printer()), intent.sheets()))
                .toList();
        return new DisplayGrant(
                hasPass ? Optional.empty() : Optional.of(why(told)),
                told.outOfOrder().map(code -> ErrorCode.of(code).orElse(ErrorCode.STORE_FULL)),
                stopped(told.stoppedServices()),
                open);
    }

    /** A code that this program does not know stops a service all the same. */
    private static Map<StoppableService, ErrorCode> stopped(Map<String, String> told) {
        Map<StoppableService, ErrorCode> stopped = new EnumMap<>(StoppableService.class);
        for (StoppableService service : StoppableService.values()) {
            String code = told.get(service.word());
            if (code != null) {
                stopped.put(service, ErrorCode.of(code).orElse(ErrorCode.TERMINAL_FAULT));
            }
        }
        return stopped;
    }

    private static ErrorCode why(AgentMessage.DisplayGrant told) {
        return told.trouble().flatMap(ErrorCode::of).orElse(ErrorCode.SERVER_GONE);
    }

    private final class LineEvents implements AgentConnection.Events {
        @Override
        public void up(AgentMessage.Welcome welcome) {
            if (!welcome.terminal().equals(terminal.value())) {
                // The agent speaks for another terminal: nothing of ours may reach its server.
                halt.run();
                return;
            }
            synchronized (SocketAgentClient.this) {
                state = State.UP;
                paintedToldHere = false;
                if (!status.isEmpty()) {
                    line.say(new SessionMessage.Status(status));
                }
                pending.values().forEach(waiting -> line.say(waiting.message()));
                sayEnding();
            }
        }

        @Override
        public void heard(AgentMessage message) {
            if (message instanceof AgentMessage.Halt) {
                halt.run();
            } else if (message instanceof AgentMessage.Stored kept) {
                answer(new Name(kept.key(), kept.version()), new StoreResult.Stored());
            } else if (message instanceof AgentMessage.Rejected not) {
                ErrorCode reason = ErrorCode.of(not.code()).orElse(ErrorCode.AGENT_REFUSED);
                answer(new Name(not.key(), not.version()), new StoreResult.Rejected(reason));
            } else if (message instanceof AgentMessage.DisplayGrant told) {
                granted(told);
            }
        }

        private void granted(AgentMessage.DisplayGrant told) {
            boolean hasPass = terms.test(told);
            synchronized (SocketAgentClient.this) {
                if (painted && !paintedToldHere) {
                    // An agent that started anew waits for it.
                    paintedToldHere = true;
                    line.say(new SessionMessage.ScreenPainted());
                }
            }
            tell(hears -> hears.granted(foreground(told, hasPass)));
        }

        @Override
        public void down() {
            synchronized (SocketAgentClient.this) {
                state = State.DOWN;
            }
            tell(Listener::away);
        }

        @Override
        public void lost() {
            List<PendingRequest> given;
            synchronized (SocketAgentClient.this) {
                state = State.LOST;
                given = new ArrayList<>(pending.values());
                pending.clear();
            }
            given.forEach(waiting -> waiting.answer().complete(new StoreResult.Rejected(ErrorCode.AGENT_GONE)));
            tell(Listener::gone);
            sayEnding();
        }
    }
}
