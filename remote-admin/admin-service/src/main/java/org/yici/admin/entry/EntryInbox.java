package org.yici.admin.entry;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.store.Changes;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.message.EntryMessage;
import org.yici.contract.message.Recorded;

/**
 * Takes entries: each is filed once, has its effect in the same transaction, and is answered after the commit; a repeat is answered
 * the same. What cannot be understood is filed and quarantined, so that the terminal may forget it. Thread-safe.
 */
public final class EntryInbox {
    private static final Logger LOG = LoggerFactory.getLogger(EntryInbox.class);
    private static final int VERSION = 1;

    private final EntryStore store;
    private final EntryEffects effects;
    private final Refusals refusals;
    private final Changes changes;
    private final TransactionOperations transaction;
    private final Time time;

    EntryInbox(
            EntryStore store,
            EntryEffects effects,
            Refusals refusals,
            Changes changes,
            TransactionOperations transaction,
            Time time) {
        this.store = store;
        this.effects = effects;
        this.refusals = refusals;
        this.changes = changes;
        this.transaction = transaction;
        this.time = time;
    }

    /** The answer for the terminal; empty if the message has no entry that could be named. */
    public Optional<Recorded> accept(TerminalId terminal, byte[] payload) {
        Optional<Entry> entry = understood(payload);
        Optional<EntryStore.Filed> filed = entry.map(EntryInbox::filed).or(() -> RawEntry.read(terminal, payload));
        if (filed.isEmpty()) {
            refusals.count(RefusalKind.MESSAGE_MALFORMED, Who.terminal(terminal), payload.length + " bytes");
            return Optional.empty();
        }
        if (!filed.get().terminal().equals(terminal)) {
            refusals.count(RefusalKind.MESSAGE_FOREIGN, Who.terminal(terminal), "");
            return Optional.empty();
        }
        Recorded.Result result = file(filed.get(), entry);
        if (result == Recorded.Result.QUARANTINED) {
            refusals.count(RefusalKind.ENTRY_QUARANTINED, Who.terminal(terminal), "");
        }
        return Optional.of(recorded(filed.get(), result));
    }

    private static Optional<Entry> understood(byte[] payload) {
        if (RawEntry.holdsNul(payload)) {
            return Optional.empty();
        }
        try {
            EntryMessage message = Json.read(payload, EntryMessage.class);
            return message.version() == VERSION ? Optional.of(message.entry()) : Optional.empty();
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    private static EntryStore.Filed filed(Entry entry) {
        EntryHeader header = entry.header();
        return new EntryStore.Filed(
                new TerminalId(header.terminal()),
                header.key(),
                header.version(),
                header.kind(),
                header.format(),
                Json.write(entry));
    }

    private Recorded.Result file(EntryStore.Filed filed, Optional<Entry> entry) {
        try {
            return inTransaction(filed, entry);
        } catch (DataIntegrityViolationException e) {
            LOG.warn("Entry {} of {} does not fit the tables; quarantined", filed.key(), filed.terminal());
            return inTransaction(filed, Optional.empty());
        }
    }

    private Recorded.Result inTransaction(EntryStore.Filed filed, Optional<Entry> entry) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!store.add(filed, time.now())) {
                return repeated(filed);
            }
            changes.of(filed.terminal());
            Optional<Quarantine> reason =
                    entry.map(known -> effects.apply(filed, known)).orElse(Optional.of(Quarantine.UNREADABLE));
            reason.ifPresent(why -> store.quarantine(filed.key(), filed.version(), why));
            return reason.isEmpty() ? Recorded.Result.RECORDED : Recorded.Result.QUARANTINED;
        }));
    }

    private Recorded.Result repeated(EntryStore.Filed filed) {
        EntryStore.Kept kept = store.find(filed.key(), filed.version()).orElseThrow();
        if (kept.terminal().equals(filed.terminal()) && Arrays.equals(kept.content(), filed.content())) {
            return kept.result();
        }
        LOG.warn("Entry {} of {} came again with other content; quarantined", filed.key(), filed.terminal());
        store.addConflict(filed, time.now());
        changes.of(filed.terminal());
        return Recorded.Result.QUARANTINED;
    }

    private static Recorded recorded(EntryStore.Filed filed, Recorded.Result result) {
        UUID key = filed.key();
        return new Recorded(1, key, filed.version(), result);
    }
}
