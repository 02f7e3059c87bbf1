package org.yici.admin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntSupplier;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;

/** Terminals' resources exist on the terminals' port alone, and pages on the pages' port alone. */
final class PortSeparation extends OncePerRequestFilter {
    static final String TERMINALS = "/terminal/";

    private final IntSupplier terminalPort;
    private final Refusals refusals;

    PortSeparation(IntSupplier terminalPort, Refusals refusals) {
        this.terminalPort = terminalPort;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean onTerminalPort = request.getLocalPort() == terminalPort.getAsInt();
        if (onTerminalPort == request.getRequestURI().startsWith(TERMINALS)) {
            chain.doFilter(request, response);
        } else {
            refusals.count(RefusalKind.WRONG_PORT, Who.NOBODY, onTerminalPort ? "a page" : "a terminal's resource");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
