package org.yici.admin.inbox;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import org.yici.admin.broker.Inbox;
import org.yici.admin.entry.EntryInbox;
import org.yici.admin.health.StateInbox;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.terminal.Terminal;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.TerminalId;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.Topics;
import org.yici.contract.message.Birth;
import org.yici.contract.message.Death;
import org.yici.contract.message.Health;

/**
 * Tells messages apart. What is wrong with a message is counted and the message dropped; only a database that fails is thrown, so
 * that the line to the broker is cut and the message comes again.
 */
public final class TerminalInbox implements Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalInbox.class);
    private static final int LONGEST = 1 << 20;
    private static final int VERSION = 1;
    private final TerminalStore terminals;
    private final StateInbox states;
    private final EntryInbox entries;
    private final Refusals refusals;

    public TerminalInbox(TerminalStore terminals, StateInbox states, EntryInbox entries, Refusals refusals) {
        this.terminals = terminals;
        this.states = states;
        this.entries = entries;
        this.refusals = refusals;
    }

    @Override
    public Optional<Reply> accept(String topic, byte[] payload, int watch) {
        Optional<Topics.Out> out = Topics.parseOut(topic);
        if (out.isEmpty()) {
            refusals.count(RefusalKind.MESSAGE_UNKNOWN_TOPIC, Who.NOBODY, "");
            return Optional.empty();
        }
        TerminalId terminal = out.get().terminal();
        try {
            return accept(terminal, out.get().leaf(), payload, watch);
        } catch (MalformedMessageException | DataIntegrityViolationException e) {
            return drop(terminal, RefusalKind.MESSAGE_MALFORMED, payload.length + " bytes");
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A message of {} was dropped: {}", terminal, e.getClass().getName());
            return drop(terminal, RefusalKind.MESSAGE_MALFORMED, payload.length + " bytes");
        }
    }

    private Optional<Reply> accept(TerminalId terminal, String leaf, byte[] payload, int watch)
            throws MalformedMessageException {
        if (payload.length > LONGEST) {
            return drop(terminal, RefusalKind.MESSAGE_TOO_LONG, payload.length + " bytes");
        }
        Optional<Terminal> known = terminals.find(terminal);
        if (known.isEmpty()) {
            return drop(terminal, RefusalKind.MESSAGE_NOT_ENROLLED, "");
        }
        if (known.get().revokedAt().isPresent()) {
            return drop(terminal, RefusalKind.MESSAGE_REVOKED, "");
        }
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
