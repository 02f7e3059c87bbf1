package org.yici.admin.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;

/** Somebody who is not logged in asks for a page. */
record CountedEntryPoint(AuthenticationEntryPoint behind, Refusals refusals) implements AuthenticationEntryPoint {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        refusals.count(RefusalKind.PAGE_WITHOUT_SESSION, Who.browser(request.getRemoteAddr()), "");
        behind.commence(request, response, refusal);
    }
}
