package org.yici.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.terminal.RequestRefused;
import org.yici.contract.https.ProblemCode;
import org.yici.contract.https.Resources;

/** Answers at the terminals' port what the chain does not let through, and counts it. */
final class TerminalDenials implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final RequestMatcher NEEDS_CERTIFICATE =
            PathPatternRequestMatcher.withDefaults().matcher(Resources.PASS);
    private static final RequestMatcher RESOURCE =
            PathPatternRequestMatcher.withDefaults().matcher(TerminalSecurityConfiguration.RESOURCES);

    private final Problems problems;
    private final Refusals refusals;

    TerminalDenials(Problems problems, Refusals refusals) {
        this.problems = problems;
        this.refusals = refusals;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException denial)
            throws IOException {
        deny(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial)
            throws IOException {
        deny(request, response);
    }

    private void deny(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (NEEDS_CERTIFICATE.matches(request)) {
            refuse(
                    request,
                    response,
                    new RequestRefused(
                            ProblemCode.TERMINAL_REFUSED,
                            RefusalKind.CERTIFICATE_MISSING,
                            "a pass needs the terminal's certificate"));
        } else if (RESOURCE.matches(request)) {
            refuse(
                    request,
                    response,
                    new RequestRefused(
                            ProblemCode.PASS_REFUSED,
                            RefusalKind.PASS_MISSING,
                            "no pass, or one that is forged or has ended; fetch the next one"));
        } else {
            refusals.count(RefusalKind.WRONG_PORT, Who.NOBODY, "a page");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, RequestRefused refusal) throws IOException {
        write(response, problems.refused(refusal, request));
    }

    static void write(HttpServletResponse response, ResponseEntity<byte[]> answer) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        byte[] body = answer.getBody();
        if (body != null) {
            response.getOutputStream().write(body);
        }
    }
}
