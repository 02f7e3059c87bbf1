package org.yici.admin.pass;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.terminal.AskingTerminal;
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
        String text = Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .orElseThrow(() -> refused(RefusalKind.PASS_MISSING));
        Pass pass = good(request, office.read(text));
        AskingTerminal.is(request, pass.terminal());
        return terminals
                .find(pass.terminal())
                .filter(terminal -> terminal.accepts(pass.certificateSerial()))
                .orElseThrow(() -> new RequestRefused(
                        ProblemCode.TERMINAL_REFUSED,
                        "the terminal is not enrolled, was enrolled anew since, or its certificate was revoked"));
    }

    private static Pass good(HttpServletRequest request, PassReading reading) {
        if (reading instanceof PassReading.Good good) {
            return good.pass();
        }
        PassReading.Refused refused = (PassReading.Refused) reading;
        refused.terminal().ifPresent(terminal -> AskingTerminal.is(request, terminal));
        throw refused(refused.kind());
    }

    /** One answer for all: who makes passes up need not learn what was wrong with one. */
    private static RequestRefused refused(RefusalKind kind) {
        return new RequestRefused(
                ProblemCode.PASS_REFUSED, kind, "no pass, or one that is forged or has ended; fetch the next one");
    }
}
