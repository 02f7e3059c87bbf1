package org.yici.contract.https;

/**
 * The terminal's certificate.
 *
 * @param certificateChain PEM, the terminal's own first, the issuing authority last
 */
public record EnrolmentAnswer(String certificateChain) {}
