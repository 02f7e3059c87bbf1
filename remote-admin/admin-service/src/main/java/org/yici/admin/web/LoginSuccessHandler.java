package org.yici.admin.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.yici.admin.account.DeviceCookies;

/** Remembers the browser, and leads to the page that was wanted. */
final class LoginSuccessHandler extends SavedRequestAwareAuthenticationSuccessHandler {
    private final DeviceCookies cookies;

    LoginSuccessHandler(DeviceCookies cookies, RequestCache wanted) {
        this.cookies = cookies;
        setDefaultTargetUrl("/terminals");
        setRequestCache(wanted);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication account)
            throws ServletException, IOException {
        cookies.give(response, account.getName());
        super.onAuthenticationSuccess(request, response, account);
    }
}
