package org.yici.admin.pass;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.terminal.Terminal;
import org.yici.admin.terminal.TerminalStore;
import org.yici.contract.https.ProblemCode;

/** Finds out which terminal asks, by the pass it shows. */
public final class PassCheck {
    private static final String BEARER = "Bearer ";

    private final PassOffice office;
    private final TerminalStore terminals;

    PassCheck(PassOffice office, TerminalStore terminals) {
        this.office = office;
        this.terminals = terminals;
    }

    /** The terminal whose pass is in the Authorization header (RFC 6750); refuses one that is not enrolled any more. */
    public Terminal terminal(HttpServletRequest request) {
        Pass pass = Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .flatMap(header -> office.read(header.substring(BEARER.length())))
                .orElseThrow(() -> new RequestRefused(
                        ProblemCode.PASS_REFUSED, "no pass, or one that is forged or has ended; fetch the next one"));
        return terminals
                .find(pass.terminal())
                .filter(terminal -> terminal.certificateSerial().equals(pass.certificateSerial()))
                .orElseThrow(() -> new RequestRefused(
                        ProblemCode.TERMINAL_REFUSED, "the terminal is not enrolled, or was enrolled anew since"));
    }
}
