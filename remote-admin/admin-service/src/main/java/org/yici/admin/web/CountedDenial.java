package org.yici.admin.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;

/** A form came without the token of its session, which is counted; or a path is asked for that is no page of ours. */
final class CountedDenial implements AccessDeniedHandler {
    private final AccessDeniedHandler behind = new AccessDeniedHandlerImpl();
    private final Refusals refusals;

    CountedDenial(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial)
            throws IOException, ServletException {
        if (denial instanceof CsrfException) {
            refusals.count(RefusalKind.PAGE_WITHOUT_TOKEN, Who.browser(request.getRemoteAddr()), "");
            behind.handle(request, response, denial);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
