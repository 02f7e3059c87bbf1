package org.yici.admin.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;

/** A form came without the token of its session: nothing else on the pages is denied to who is logged in. */
final class CountedDenial implements AccessDeniedHandler {
    private final AccessDeniedHandler behind = new AccessDeniedHandlerImpl();
    private final Refusals refusals;

    CountedDenial(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial)
            throws IOException, ServletException {
        refusals.count(RefusalKind.PAGE_WITHOUT_TOKEN, Who.browser(request.getRemoteAddr()), "");
        behind.handle(request, response, denial);
    }
}
