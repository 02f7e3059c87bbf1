package org.yici.admin.account;

import org.springframework.security.core.AuthenticationException;

/** A password was not looked at because too many wrong ones came before it; some minutes of patience help. */
public final class TooManyAttemptsException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    TooManyAttemptsException() {
        super("too many wrong passwords");
    }
}
