package org.yici.admin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.terminal.Terminal;

/** Authenticates the terminal that asks. A request without such credentials goes on unauthenticated; one with bad ones ends here. */
final class TerminalAuthenticationFilter extends OncePerRequestFilter {
    /** Finds the terminal by what a request brings. */
    @FunctionalInterface
    interface Credentials {
        /** Empty if there are none; refuses bad ones with {@link RequestRefused}. */
        Optional<Terminal> terminal(HttpServletRequest request);
    }

    private final RequestMatcher where;
    private final Credentials credentials;
    private final String proof;
    private final TerminalDenials denials;
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    TerminalAuthenticationFilter(RequestMatcher where, Credentials credentials, String proof, TerminalDenials denials) {
        this.where = where;
        this.credentials = credentials;
        this.proof = proof;
        this.denials = denials;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !where.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            credentials.terminal(request).ifPresent(terminal -> authenticated(terminal, request, response));
        } catch (RequestRefused refusal) {
            denials.refuse(request, response, refusal);
            return;
        } catch (RuntimeException fault) {
            TerminalDenials.write(response, Problems.failed(fault, request));
            return;
        }
        chain.doFilter(request, response);
    }

    private void authenticated(Terminal terminal, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new TerminalAuthentication(terminal, proof));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
