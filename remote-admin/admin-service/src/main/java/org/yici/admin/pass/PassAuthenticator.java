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
public final class PassAuthenticator {
    private static final String BEARER = "Bearer ";

    private final PassOffice office;
    private final TerminalStore terminals;

    PassAuthenticator(PassOffice office, TerminalStore terminals) {
        this.office = office;
        this.terminals = terminals;
    }

    /**
     * The terminal whose pass is in the Authorization header (RFC 6750); empty if there is none. Refuses a bad one, and that of a terminal
     * that is not enrolled any more.
     */
    public Optional<Terminal> terminal(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> current(request, good(request, office.read(header.substring(BEARER.length())))));
    }

    private Terminal current(HttpServletRequest request, Pass pass) {
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
