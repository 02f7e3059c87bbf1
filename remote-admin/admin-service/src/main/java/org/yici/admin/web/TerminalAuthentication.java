package org.yici.admin.web;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.yici.admin.terminal.Terminal;

/** An enrolled terminal that proved who it is; the principal is the {@link Terminal}. */
final class TerminalAuthentication extends AbstractAuthenticationToken {
    /** Proved by its current client certificate. */
    static final String CERTIFICATE = "DEVICE_CERTIFICATE";
    /** Proved by a pass. */
    static final String PASS = "PASS";

    private static final long serialVersionUID = 1L;

    private final transient Terminal terminal;

    /** @param proof {@link #CERTIFICATE} or {@link #PASS} */
    TerminalAuthentication(Terminal terminal, String proof) {
        super(List.of(new SimpleGrantedAuthority(proof)));
        this.terminal = terminal;
        setAuthenticated(true);
    }

    @Override
    public Terminal getPrincipal() {
        return terminal;
    }

    /** None are kept. */
    @Override
    public String getCredentials() {
        return "";
    }
}
