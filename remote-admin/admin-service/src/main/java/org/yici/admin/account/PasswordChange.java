package org.yici.admin.account;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.audit.AuditLog;
import org.yici.admin.throttle.RateLimits;
import org.yici.base.Time;

/** Changes an administrator's own password; the account's other log-in sessions end, in every instance. Thread-safe. */
public final class PasswordChange {
    private static final int TRIES = 5;
    private static final Duration SPAN = Duration.ofMinutes(5);

    private final AccountStore accounts;
    private final PasswordEncoder passwords;
    private final LoginSessions sessions;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final RateLimits tries;

    PasswordChange(
            AccountStore accounts,
            PasswordEncoder passwords,
            LoginSessions sessions,
            AuditLog audit,
            TransactionOperations transaction,
            Time time) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
        this.tries = new RateLimits(time, TRIES, SPAN);
    }

    /** What came of a try. */
    public enum Result {
        CHANGED,
        OLD_PASSWORD_WRONG,
        /** Too many wrong old passwords; some minutes of patience. */
        TOO_MANY_TRIES,
        PASSWORDS_DIFFER,
        /** Too short or too long. */
        PASSWORD_UNSUITABLE,
        PASSWORD_SAME
    }

    /**
     * Changes the password of the account that is logged in.
     *
     * @param own the session in which it is changed; it goes on
     * @throws HashingBusyException if too many passwords are being looked at; another try helps
     */
    public Result change(LoginSession own, String old, String fresh, String repeated) {
        if (!fresh.equals(repeated)) {
            return Result.PASSWORDS_DIFFER;
        }
        if (!PasswordRules.isSuitable(fresh)) {
            return Result.PASSWORD_UNSUITABLE;
        }
        if (fresh.equals(old)) {
            return Result.PASSWORD_SAME;
        }
        if (!tries.of(own.account()).tryConsume(1)) {
            return Result.TOO_MANY_TRIES;
        }
        int version = own.passwordVersion();
        if (accounts.passwordHash(own.account())
                .filter(hash -> passwords.matches(old, hash))
                .isEmpty()) {
            return Result.OLD_PASSWORD_WRONG;
        }
        tries.of(own.account()).addTokens(1);
        String hash = Objects.requireNonNull(passwords.encode(fresh));
        Optional<Integer> changed = Objects.requireNonNull(transaction.execute(status -> {
            Optional<Integer> next = accounts.changePassword(own.account(), version, hash);
            next.ifPresent(number -> audit.record(own.account(), AuditLog.Act.PASSWORD_CHANGED, own.account()));
            return next;
        }));
        changed.ifPresent(number -> sessions.passwordChanged(own, number));
        return changed.isPresent() ? Result.CHANGED : Result.OLD_PASSWORD_WRONG;
    }
}
