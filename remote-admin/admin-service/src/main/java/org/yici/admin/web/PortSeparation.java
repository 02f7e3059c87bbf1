package org.yici.admin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** Terminals' resources exist on the terminals' port alone, and pages on the pages' port alone. */
final class PortSeparation extends OncePerRequestFilter {
    static final String TERMINALS = "/terminal/";

    private final IntSupplier terminalPort;

    PortSeparation(IntSupplier terminalPort) {
        this.terminalPort = terminalPort;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean onTerminalPort = request.getLocalPort() == terminalPort.getAsInt();
        if (onTerminalPort == request.getRequestURI().startsWith(TERMINALS)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
