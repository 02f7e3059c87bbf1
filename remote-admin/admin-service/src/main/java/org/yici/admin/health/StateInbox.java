package org.yici.admin.health;

import java.util.Optional;
import java.util.function.Function;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.store.Changes;
import org.yici.admin.terminal.EnrolledTransaction;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.contract.message.Birth;
import org.yici.contract.message.Death;
import org.yici.contract.message.Health;

/**
 * Takes births, healths and deaths; each of an enrolled terminal is in the database when its method returns, others are counted.
 * Thread-safe.
 */
public final class StateInbox {
    private final StateStore store;
    private final Changes changes;
    private final EnrolledTransaction transaction;
    private final Refusals refusals;
    private final Time time;

    public StateInbox(
            StateStore store, Changes changes, EnrolledTransaction transaction, Refusals refusals, Time time) {
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
            if (StateRules.isAhead(birth.stamp().connection(), time.now())) {
                refusals.count(RefusalKind.CONNECTION_AHEAD, Who.terminal(terminal), "");
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
        transaction.execute(terminal, status -> {
            Optional<TerminalState> after = rule.apply(store.find(terminal));
            after.ifPresent(state -> {
                store.put(terminal, state);
                changes.of(terminal);
            });
            return after.isPresent();
        });
    }
}
