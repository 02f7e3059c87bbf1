package org.yici.admin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yici.admin.account.LoginSessions;

/**
 * Ends log-in sessions that are over before anything reads who is logged in, and tells which requests a person made. What a page asks for
 * by itself does not count: neither what htmx fetches nor the stream of events.
 */
final class LoginSessionFilter extends OncePerRequestFilter {
    private final LoginSessions sessions;

    LoginSessionFilter(LoginSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (sessions.of(request).isPresent() && isPersons(request)) {
            sessions.seen(request);
        }
        chain.doFilter(request, response);
    }

    /**
     * A browser says itself whether it goes to a page (Fetch Metadata, Sec-Fetch-Mode), where it is sure of the line; otherwise it is a
     * page or a form unless it says that it is a part of one.
     */
    static boolean isPersons(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return mode.equals("navigate");
        }
        return request.getHeader(FragmentEntryPoint.FRAGMENT_HEADER) == null
                && !String.valueOf(request.getHeader("Accept")).contains("text/event-stream")
                && (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.POST.matches(request.getMethod()));
    }
}
