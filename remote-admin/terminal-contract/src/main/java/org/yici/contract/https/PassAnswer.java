package org.yici.contract.https;

import java.time.Instant;

/**
 * A pass for citizens' requests from one terminal: a JWS in compact form (RFC 7515), EdDSA, opaque to the terminal.
 *
 * @param expires when it ends; fetch the next one a third of its life before
 */
public record PassAnswer(String pass, Instant expires) {
    @Override
    public String toString() {
        return "PassAnswer[until " + expires + "]";
    }
}
