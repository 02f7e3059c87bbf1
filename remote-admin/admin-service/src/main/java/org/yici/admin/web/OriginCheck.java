package org.yici.admin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;

/**
 * Refuses a form that was sent from another site's page, whatever else it brings: the Origin that a browser names must be where the
 * pages are (OWASP, Cross-Site Request Forgery Prevention). Behind a proxy the proxy must hand on Host or X-Forwarded-Host.
 */
final class OriginCheck extends OncePerRequestFilter {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final Refusals refusals;

    OriginCheck(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> origin = Optional.ofNullable(request.getHeader("Origin"));
        if (HARMLESS.contains(request.getMethod())
                || origin.isEmpty()
                || place(origin.get()).equals(place(request))) {
            chain.doFilter(request, response);
        } else {
            refusals.count(RefusalKind.PAGE_FOREIGN_ORIGIN, Who.browser(request.getRemoteAddr()), "");
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static String place(HttpServletRequest request) {
        return place("://" + request.getServerName() + ":" + request.getServerPort());
    }

    /** Host and port; the port is left out where it is a scheme's own, since a proxy may change the scheme. */
    private static String place(String origin) {
        return origin.replaceFirst("^[a-z]*://", "")
                .replaceFirst(":(80|443)$", "")
                .toLowerCase(Locale.ROOT);
    }
}
