package org.yici.admin.terminal;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.base.TerminalId;

/**
 * A transaction on behalf of a terminal that is enrolled, and stays so until the commit: a revocation or another enrolment waits for the
 * end of it, or it for theirs. Of several transactions for one terminal one runs at a time. Thread-safe.
 */
public final class EnrolledTransaction {
    private final TerminalStore terminals;
    private final TransactionOperations transaction;
    private final Refusals refusals;

    public EnrolledTransaction(TerminalStore terminals, TransactionOperations transaction, Refusals refusals) {
        this.terminals = terminals;
        this.transaction = transaction;
        this.refusals = refusals;
    }

    /** Empty, and counted, if the terminal is not enrolled or its certificate was revoked: then nothing was done. */
    public <T> Optional<T> execute(TerminalId terminal, Function<TransactionStatus, T> work) {
        return Objects.requireNonNull(transaction.execute(status -> switch (terminals.lock(terminal)) {
            case ENROLLED -> Optional.of(work.apply(status));
            case REVOKED -> refused(terminal, RefusalKind.MESSAGE_REVOKED);
            case UNKNOWN -> refused(terminal, RefusalKind.MESSAGE_NOT_ENROLLED);
        }));
    }

    private <T> Optional<T> refused(TerminalId terminal, RefusalKind kind) {
        refusals.count(kind, Who.terminal(terminal), "");
        return Optional.empty();
    }
}
