package org.yici.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The ports that requests come in at. Which one a request came in at is known from the connector that accepted it and from nothing that
 * the request says, so no way to write a path leads from one port to what belongs to the other.
 */
enum Connectors implements RequestMatcher {
    /** The administrators' pages and the health endpoints. */
    PAGES,
    /** The terminals' resources. */
    TERMINALS;

    private static final String ATTRIBUTE = Connectors.class.getName();

    /** Remembers with a request where it came in; called by the server before anything else looks at it. */
    void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) == this;
    }
}
