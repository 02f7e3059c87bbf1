package org.yici.admin.entry;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.store.Changes;
import org.yici.admin.store.DatabaseFailures;
import org.yici.admin.terminal.EnrolledTransaction;
import org.yici.base.FaultFingerprint;
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
 * the same. What cannot be understood is filed and quarantined, and so is what this program fails at, so that the terminal may forget it.
 * What the terminal's quota for quarantine does not allow for is not kept, and the answer says so. Thread-safe.
 */
public final class EntryInbox {
    private static final Logger LOG = LoggerFactory.getLogger(EntryInbox.class);
    private static final int VERSION = 1;

    private final EntryStore store;
    private final EntryEffects effects;
    private final QuarantineQuota quota;
    private final Refusals refusals;
    private final Changes changes;
    private final EnrolledTransaction transaction;
    private final Time time;

    EntryInbox(
            EntryStore store,
            EntryEffects effects,
            QuarantineQuota quota,
            Refusals refusals,
            Changes changes,
            EnrolledTransaction transaction,
            Time time) {
        this.store = store;
        this.effects = effects;
        this.quota = quota;
        this.refusals = refusals;
        this.changes = changes;
        this.transaction = transaction;
        this.time = time;
    }

    /** The answer for the terminal; empty if the message has no entry that could be named, or the terminal is not enrolled. */
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
        Optional<Recorded.Result> result = file(filed.get(), entry);
        result.flatMap(EntryInbox::counted).ifPresent(kind -> refusals.count(kind, Who.terminal(terminal), ""));
        return result.map(word -> recorded(filed.get(), word));
    }

    private static Optional<RefusalKind> counted(Recorded.Result result) {
        return switch (result) {
            case RECORDED -> Optional.empty();
            case QUARANTINED -> Optional.of(RefusalKind.ENTRY_QUARANTINED);
            case REJECTED -> Optional.of(RefusalKind.ENTRY_REJECTED);
        };
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

    /** Empty if the terminal is not enrolled. A failure of the database that is not this entry's own is thrown. */
    private Optional<Recorded.Result> file(EntryStore.Filed filed, Optional<Entry> entry) {
        try {
            return inTransaction(filed, () -> effect(filed, entry), Optional.empty());
        } catch (DataIntegrityViolationException e) {
            LOG.warn("Entry {} of {} does not fit the tables; quarantined", filed.key(), filed.terminal());
            return inTransaction(filed, () -> Optional.of(Quarantine.UNREADABLE), Optional.empty());
        } catch (RuntimeException e) {
            if (DatabaseFailures.mayPass(e)) {
                throw e;
            }
            String fingerprint = Long.toString(FaultFingerprint.of(e));
            LOG.error(
                    "Entry {} of {} is quarantined: {}, fingerprint {}",
                    filed.key(),
                    filed.terminal(),
                    e.getClass().getName(),
                    fingerprint);
            return inTransaction(filed, () -> Optional.of(Quarantine.PROGRAM_FAULT), Optional.of(fingerprint));
        }
    }

    private Optional<Quarantine> effect(EntryStore.Filed filed, Optional<Entry> entry) {
        return entry.map(known -> effects.apply(filed, known)).orElse(Optional.of(Quarantine.UNREADABLE));
    }

    private Optional<Recorded.Result> inTransaction(
            EntryStore.Filed filed, Supplier<Optional<Quarantine>> effect, Optional<String> fingerprint) {
        return transaction.execute(filed.terminal(), status -> {
            Recorded.Result result =
                    store.add(filed, time.now()) ? added(filed, effect.get(), fingerprint) : repeated(filed);
            if (result == Recorded.Result.REJECTED) {
                status.setRollbackOnly();
            }
            return result;
        });
    }

    private Recorded.Result added(EntryStore.Filed filed, Optional<Quarantine> reason, Optional<String> fingerprint) {
        changes.of(filed.terminal());
        if (reason.isEmpty()) {
            return Recorded.Result.RECORDED;
        }
        store.quarantine(filed.key(), filed.version(), reason.get(), fingerprint);
        return quarantined(filed);
    }

    private Recorded.Result repeated(EntryStore.Filed filed) {
        EntryStore.Kept kept = store.find(filed.key(), filed.version()).orElseThrow();
        if (kept.terminal().equals(filed.terminal()) && Arrays.equals(kept.content(), filed.content())) {
            return kept.result();
        }
        LOG.warn("Entry {} of {} came again with other content; quarantined", filed.key(), filed.terminal());
        changes.of(filed.terminal());
        return store.addConflict(filed, time.now()) ? quarantined(filed) : Recorded.Result.QUARANTINED;
    }

    private Recorded.Result quarantined(EntryStore.Filed filed) {
        return quota.admit(filed.terminal(), filed.content().length)
                ? Recorded.Result.QUARANTINED
                : Recorded.Result.REJECTED;
    }

    private static Recorded recorded(EntryStore.Filed filed, Recorded.Result result) {
        UUID key = filed.key();
        return new Recorded(1, key, filed.version(), result);
    }
}
