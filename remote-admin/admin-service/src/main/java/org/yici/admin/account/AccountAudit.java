package org.yici.admin.account;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.yici.admin.audit.AuditLog;

/** Writes who came, who went and who was turned away. */
final class AccountAudit {
    private final AuditLog audit;
    private final AccountStore accounts;

    AccountAudit(AuditLog audit, AccountStore accounts) {
        this.audit = audit;
        this.accounts = accounts;
    }

    @EventListener
    void loggedIn(InteractiveAuthenticationSuccessEvent event) {
        record(AuditLog.Act.LOGGED_IN, event.getAuthentication().getName());
    }

    /** A wrong password for an account that there is; whatever else is tried is counted and not written down name by name. */
    @EventListener
    void refused(AuthenticationFailureBadCredentialsEvent event) {
        String name = event.getAuthentication().getName().replace("\0", "");
        if (accounts.passwordHash(name).isPresent()) {
            record(AuditLog.Act.LOGIN_REFUSED, name);
        }
    }

    @EventListener
    void loggedOut(LogoutSuccessEvent event) {
        record(AuditLog.Act.LOGGED_OUT, event.getAuthentication().getName());
    }

    private void record(AuditLog.Act act, String name) {
        audit.record(name.replace("\0", ""), act, name.replace("\0", ""));
    }
}
