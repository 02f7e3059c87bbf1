package org.yici.contract.https;

/**
 * A machine asks to become a terminal.
 *
 * @param code the one-time code that staff were given for this terminal
 * @param terminal the terminal's id
 * @param certificateRequest PKCS#10 in PEM, subject {@code CN=terminal}, signed by the terminal's own key
 */
public record EnrolmentRequest(String code, String terminal, String certificateRequest) {
    @Override
    public String toString() {
        return "EnrolmentRequest[" + terminal + "]";
    }
}
