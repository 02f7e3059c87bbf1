package org.yici.admin.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.yici.admin.account.DeviceCookies;
import org.yici.admin.account.LoginSessions;

/** Begins a log-in session, remembers the browser, and leads to the page that was wanted. */
final class LoginSuccessHandler extends SavedRequestAwareAuthenticationSuccessHandler {
    private final DeviceCookies cookies;
    private final LoginSessions sessions;

    LoginSuccessHandler(DeviceCookies cookies, LoginSessions sessions, RequestCache wanted) {
        this.cookies = cookies;
        this.sessions = sessions;
        setDefaultTargetUrl("/terminals");
        setRequestCache(wanted);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication account)
            throws ServletException, IOException {
        sessions.begin(request, account.getName());
        cookies.give(response, account.getName());
        super.onAuthenticationSuccess(request, response, account);
    }
}
