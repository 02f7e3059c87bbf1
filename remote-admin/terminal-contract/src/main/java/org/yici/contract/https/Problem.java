package org.yici.contract.https;

/**
 * Why a request was refused: {@code application/problem+json} (RFC 9457) with a code that programs act on.
 *
 * @param code one of {@link ProblemCode}, by name; readers keep codes that they do not know
 * @param detail for staff, in English; no personal data
 */
public record Problem(String title, int status, String code, String detail) {}
