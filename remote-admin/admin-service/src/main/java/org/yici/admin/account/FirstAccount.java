package org.yici.admin.account;

import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.audit.AuditLog;
import org.yici.admin.refusal.Who;
import org.yici.admin.throttle.RateLimits;
import org.yici.base.Time;

/** Makes the first account: there is no default one. */
public final class FirstAccount {
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9._-]{2,32}");

    private final AccountStore accounts;
    private final FirstAccountCode code;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final RateLimits wrongCodes;
    private final Time time;

    FirstAccount(
            AccountStore accounts,
            FirstAccountCode code,
            PasswordEncoder passwords,
            AuditLog audit,
            TransactionOperations transaction,
            RateLimits wrongCodes,
            Time time) {
        this.accounts = accounts;
        this.code = code;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.wrongCodes = wrongCodes;
        this.time = time;
    }

    /** What came of a try. */
    public enum Result {
        CREATED,
        EXISTS_ALREADY,
        CODE_WRONG,
        /** A wrong code, after too many others from this address. A right one is always taken. */
        TOO_MANY_TRIES,
        NAME_UNSUITABLE,
        PASSWORD_TOO_SHORT,
        PASSWORDS_DIFFER
    }

    /** Whether the first account is still to be made. */
    public boolean isDue() {
        return accounts.isEmpty();
    }

    /** Keeps a good code at hand as long as one is due. */
    void renewCode(String page) {
        if (isDue()) {
            code.renew(page);
        } else {
            code.end();
        }
    }

    /**
     * Makes the account if the code is right, whatever was tried before.
     *
     * @param address of the browser
     * @throws HashingBusyException if too many passwords are being looked at; another try helps
     */
    public Result create(String typedCode, String name, String password, String repeated, String address) {
        if (!isDue()) {
            return Result.EXISTS_ALREADY;
        }
        if (!code.matches(typedCode)) {
            return wrongCodes.of(Who.browser(address).name()).tryConsume(1) ? Result.CODE_WRONG : Result.TOO_MANY_TRIES;
        }
        if (!NAME.matcher(name).matches()) {
            return Result.NAME_UNSUITABLE;
        }
        if (!password.equals(repeated)) {
            return Result.PASSWORDS_DIFFER;
        }
        if (!PasswordRules.isSuitable(password)) {
            return Result.PASSWORD_TOO_SHORT;
        }
        return add(name, Objects.requireNonNull(passwords.encode(password)));
    }

    private Result add(String name, String hash) {
        boolean added = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean first = accounts.addFirst(name, hash, time.now());
            if (first) {
                audit.record(name, AuditLog.Act.ACCOUNT_CREATED, name);
            }
            return first;
        }));
        code.end();
        return added ? Result.CREATED : Result.EXISTS_ALREADY;
    }
}
