package org.yici.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.yici.admin.account.HashingBusyException;
import org.yici.admin.account.TooManyAttemptsException;

/** Tells who could not log in why: a wrong password, too many of them, or too many people at once. */
final class LoginFailureHandler implements AuthenticationFailureHandler {
    private static final String SECONDS_TO_WAIT = "5";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof HashingBusyException) {
            response.setHeader("Retry-After", SECONDS_TO_WAIT);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (failure instanceof TooManyAttemptsException) {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            response.sendRedirect("/login?error");
        }
    }
}
