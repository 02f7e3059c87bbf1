package org.yici.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.terminal.AskingTerminal;
import org.yici.admin.terminal.RequestRefused;
import org.yici.contract.Json;
import org.yici.contract.https.Problem;
import org.yici.contract.https.ProblemCode;

/** Makes the answers that tell a terminal why it was refused, {@code application/problem+json} (RFC 9457). Thread-safe. */
final class Problems {
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Refusals refusals;

    Problems(Refusals refusals) {
        this.refusals = refusals;
    }

    /** The answer to a request that is refused; the refusal is counted under the terminal that asks. */
    ResponseEntity<byte[]> refused(RequestRefused refusal, HttpServletRequest request) {
        refusal.kind().ifPresent(kind -> refusals.count(kind, AskingTerminal.of(request), refusal.fact()));
        LOG.debug("{} refused with {}: {}", request.getRequestURI(), refusal.code(), refusal.detail());
        return answer(refusal.code(), refusal.detail());
    }

    /** A fault of ours: the class is logged and no message, since messages quote what they met. */
    static ResponseEntity<byte[]> failed(RuntimeException fault, HttpServletRequest request) {
        StackTraceElement[] stack = fault.getStackTrace();
        LOG.error(
                "{} failed: {} at {}",
                request.getRequestURI(),
                fault.getClass().getName(),
                stack.length == 0 ? "unknown" : stack[0]);
        return answer(ProblemCode.PLATFORM_FAILED, "the service failed; try again later");
    }

    private static ResponseEntity<byte[]> answer(ProblemCode code, String detail) {
        HttpStatus status = status(code);
        Problem problem = new Problem(status.getReasonPhrase(), status.value(), code.name(), detail);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (code == ProblemCode.PLATFORM_BUSY) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(Json.write(problem));
    }

    private static HttpStatus status(ProblemCode code) {
        return switch (code) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case PASS_REFUSED -> HttpStatus.UNAUTHORIZED;
            case ENROLMENT_REFUSED,
                    TERMINAL_REFUSED,
                    READER_UNKNOWN,
                    LEVEL_TOO_LOW,
                    EVIDENCE_NOT_CURRENT,
                    OUTSIDE_HOURS -> HttpStatus.FORBIDDEN;
            case OVER_QUOTA -> HttpStatus.TOO_MANY_REQUESTS;
            case NOT_AVAILABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case KEY_REUSED -> HttpStatus.CONFLICT;
            case PLATFORM_BUSY, PLATFORM_FAILED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
