package org.yici.admin.account;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.yici.admin.audit.AuditLog;

/** Writes who came, who went and who was turned away. */
final class AccountAudit {
    private final AuditLog audit;

    AccountAudit(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void loggedIn(InteractiveAuthenticationSuccessEvent event) {
        record(AuditLog.Act.LOGGED_IN, event.getAuthentication().getName());
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        record(AuditLog.Act.LOGIN_REFUSED, event.getAuthentication().getName());
    }

    @EventListener
    void loggedOut(LogoutSuccessEvent event) {
        record(AuditLog.Act.LOGGED_OUT, event.getAuthentication().getName());
    }

    private void record(AuditLog.Act act, String name) {
        audit.record(name.replace("\0", ""), act, name.replace("\0", ""));
    }
}
