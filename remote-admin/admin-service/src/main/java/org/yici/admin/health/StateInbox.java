package org.yici.admin.health;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.store.Changes;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.contract.message.Birth;
import org.yici.contract.message.Death;
import org.yici.contract.message.Health;

/** Takes births, healths and deaths of enrolled terminals; each is in the database when its method returns. Thread-safe. */
public final class StateInbox {
    private final StateStore store;
    private final Changes changes;
    private final TransactionOperations transaction;
    private final Refusals refusals;
    private final Time time;

    public StateInbox(
            StateStore store, Changes changes, TransactionOperations transaction, Refusals refusals, Time time) {
        this.store = store;
        this.changes = changes;
        this.transaction = transaction;
        this.refusals = refusals;
        this.time = time;
    }

    public void accept(TerminalId terminal, Birth birth, int watch) {
        change(terminal, before -> {
            if (StateRules.isOfAnotherMachine(before, birth)) {
                refusals.count(
                        RefusalKind.IDENTITY_TAKEN_OVER, Who.terminal(terminal), "its connections count backwards");
            }
            return StateRules.afterBirth(before, birth, watch, time.now());
        });
    }

    public void accept(TerminalId terminal, Health health, int watch) {
        change(terminal, before -> StateRules.afterHealth(before, health, watch, time.now()));
    }

    public void accept(TerminalId terminal, Death death, int watch) {
        change(terminal, before -> StateRules.afterDeath(before, death, watch, time.now()));
    }

    private void change(TerminalId terminal, Function<Optional<TerminalState>, Optional<TerminalState>> rule) {
        transaction.executeWithoutResult(
                status -> rule.apply(store.lock(terminal)).ifPresent(after -> {
                    store.put(terminal, after);
                    changes.of(terminal);
                }));
    }
}
