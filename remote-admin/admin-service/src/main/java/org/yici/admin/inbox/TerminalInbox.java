package org.yici.admin.inbox;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.yici.admin.broker.Inbox;
import org.yici.admin.dispatch.FairDispatcher.Overflow;
import org.yici.admin.entry.EntryInbox;
import org.yici.admin.health.StateInbox;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.store.DatabaseFailures;
import org.yici.admin.throttle.Paces;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.MessageKind;
import org.yici.contract.Topics;
import org.yici.contract.message.Birth;
import org.yici.contract.message.Death;
import org.yici.contract.message.Health;

/**
 * Tells messages apart. What is wrong with a message is counted and the message dropped, and so is one that the database does not take
 * while it takes others; only a database that is lost is thrown, so that the line to the broker is cut. Thread-safe.
 */
public final class TerminalInbox implements Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalInbox.class);
    private static final int VERSION = 1;
    private static final int ATTEMPTS = 3;

    private final StateInbox states;
    private final EntryInbox entries;
    private final Refusals refusals;
    private final Paces statePaces;
    private final DatabaseFailures failures;

    /** @param statePaces how many births and healths each terminal may send; what is more is dropped */
    public TerminalInbox(
            StateInbox states, EntryInbox entries, Refusals refusals, Paces statePaces, DatabaseFailures failures) {
        this.states = states;
        this.entries = entries;
        this.refusals = refusals;
        this.statePaces = statePaces;
        this.failures = failures;
    }

    @Override
    public Optional<Route> route(String topic, int bytes) {
        Optional<Topics.Out> out = Topics.parseOut(topic);
        if (out.isEmpty()) {
            refusals.count(RefusalKind.MESSAGE_UNKNOWN_TOPIC, Who.NOBODY, "");
            return Optional.empty();
        }
        TerminalId terminal = out.get().terminal();
        Optional<MessageKind> kind = MessageKind.of(out.get().leaf());
        if (kind.isEmpty()) {
            drop(terminal, RefusalKind.MESSAGE_UNKNOWN_TOPIC, "");
            return Optional.empty();
        }
        return route(terminal, kind.get(), bytes);
    }

    private Optional<Route> route(TerminalId terminal, MessageKind kind, int bytes) {
        if (bytes > kind.largestBytes()) {
            drop(terminal, RefusalKind.MESSAGE_TOO_LONG, bytes + " bytes");
            return Optional.empty();
        }
        boolean paced = kind == MessageKind.BIRTH || kind == MessageKind.HEALTH;
        if (paced && !statePaces.of(terminal.value()).passes(1)) {
            drop(terminal, RefusalKind.STATE_TOO_FAST, "");
            return Optional.empty();
        }
        return Optional.of(
                new Route(terminal.value(), kind == MessageKind.ENTRY ? Overflow.REFUSE : Overflow.DROP_OLDEST));
    }

    @Override
    public void overflowed(Route route) {
        RefusalKind kind =
                route.overflow() == Overflow.REFUSE ? RefusalKind.ENTRY_DEFERRED : RefusalKind.STATE_TOO_FAST;
        refusals.count(kind, Who.terminalNamed(route.sender()), "");
    }

    @Override
    public Optional<Reply> accept(String topic, byte[] payload, int watch) {
        Topics.Out out = Topics.parseOut(topic).orElseThrow();
        TerminalId terminal = out.terminal();
        for (int attempt = 1; ; attempt++) {
            try {
                return accept(terminal, out.leaf(), payload, watch);
            } catch (MalformedMessageException | DataIntegrityViolationException e) {
                return drop(terminal, RefusalKind.MESSAGE_MALFORMED, payload.length + " bytes");
            } catch (RuntimeException e) {
                if (DatabaseFailures.isInterrupted(e) || failures.isLost(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS || !DatabaseFailures.isTransient(e)) {
                    LOG.error("A message of {} was dropped", terminal, e);
                    return drop(terminal, RefusalKind.MESSAGE_NOT_STORED, "");
                }
            }
        }
    }

    private Optional<Reply> accept(TerminalId terminal, String leaf, byte[] payload, int watch)
            throws MalformedMessageException {
        return switch (leaf) {
            case Topics.BIRTH -> birth(terminal, Json.read(payload, Birth.class), watch);
            case Topics.HEALTH -> health(terminal, Json.read(payload, Health.class), watch);
            case Topics.DEATH -> death(terminal, Json.read(payload, Death.class), watch);
            case Topics.ENTRY ->
                entries.accept(terminal, payload)
                        .map(recorded -> new Reply(Topics.in(terminal, Topics.RECORDED), Json.write(recorded)));
            default -> drop(terminal, RefusalKind.MESSAGE_UNKNOWN_TOPIC, "");
        };
    }

    private Optional<Reply> birth(TerminalId terminal, Birth birth, int watch) {
        if (isFor(terminal, birth.terminal(), birth.version())) {
            states.accept(terminal, birth, watch);
        }
        return Optional.empty();
    }

    private Optional<Reply> health(TerminalId terminal, Health health, int watch) {
        if (isFor(terminal, health.terminal(), health.version())) {
            states.accept(terminal, health, watch);
        }
        return Optional.empty();
    }

    private Optional<Reply> death(TerminalId terminal, Death death, int watch) {
        if (isFor(terminal, death.terminal(), death.version())) {
            states.accept(terminal, death, watch);
        }
        return Optional.empty();
    }

    private boolean isFor(TerminalId terminal, String named, int version) {
        if (version != VERSION) {
            drop(terminal, RefusalKind.MESSAGE_UNKNOWN_VERSION, "version " + version);
        } else if (!named.equals(terminal.value())) {
            drop(terminal, RefusalKind.MESSAGE_FOREIGN, "");
        }
        return version == VERSION && named.equals(terminal.value());
    }

    private Optional<Reply> drop(TerminalId terminal, RefusalKind kind, String fact) {
        refusals.count(kind, Who.terminal(terminal), fact);
        return Optional.empty();
    }
}
