package org.yici.admin.account;

import org.springframework.security.authentication.AuthenticationServiceException;

/** A password was not looked at because too many others are being looked at; another try in a few seconds helps. */
public final class HashingBusyException extends AuthenticationServiceException {
    private static final long serialVersionUID = 1L;

    HashingBusyException() {
        super("too many passwords are being looked at");
    }
}
