package org.yici.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.yici.admin.terminal.RequestRefused;

/** Tells terminals why they were refused, as {@code application/problem+json} (RFC 9457). */
@RestControllerAdvice(annotations = RestController.class)
class ProblemAdvice {
    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(RequestRefused refusal, HttpServletRequest request) {
        return problems.refused(refusal, request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> failed(RuntimeException fault, HttpServletRequest request) {
        return Problems.failed(fault, request);
    }
}
