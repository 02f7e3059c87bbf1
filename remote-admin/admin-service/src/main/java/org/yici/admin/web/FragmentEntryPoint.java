package org.yici.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** A part of a page is asked for and nobody is logged in any more: the whole page goes to the log-in. */
final class FragmentEntryPoint implements AuthenticationEntryPoint {
    /** htmx sends it with each request. */
    static final String FRAGMENT_HEADER = "HX-Request";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) {
        response.setHeader("HX-Redirect", "/login?ended");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
