package org.yici.admin.pass;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yici.admin.keys.CommonName;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.terminal.AskingTerminal;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.terminal.Terminal;
import org.yici.admin.terminal.TerminalStore;
import org.yici.admin.web.JsonRequests;
import org.yici.base.TerminalId;
import org.yici.contract.https.ProblemCode;
import org.yici.contract.https.Resources;

/** Gives passes to terminals that show their current certificate; the connector has checked the chain and the key. */
@RestController
class PassController {
    private static final String CLIENT_CERTIFICATE = "jakarta.servlet.request.X509Certificate";

    private final PassOffice office;
    private final TerminalStore terminals;

    PassController(PassOffice office, TerminalStore terminals) {
        this.office = office;
        this.terminals = terminals;
    }

    @PostMapping(Resources.PASS)
    ResponseEntity<byte[]> pass(HttpServletRequest request) {
        X509Certificate certificate = certificate(request)
                .orElseThrow(() -> new RequestRefused(
                        ProblemCode.TERMINAL_REFUSED,
                        RefusalKind.CERTIFICATE_MISSING,
                        "a pass needs the terminal's certificate"));
        Optional<TerminalId> named =
                CommonName.of(certificate).filter(TerminalId::isValid).map(TerminalId::new);
        named.ifPresent(terminal -> AskingTerminal.is(request, terminal));
        Terminal terminal = named.flatMap(terminals::find)
                .filter(known -> known.accepts(certificate))
                .orElseThrow(() -> new RequestRefused(
                        ProblemCode.TERMINAL_REFUSED,
                        "not the current certificate of an enrolled terminal, or it was revoked"));
        return JsonRequests.answer(office.issue(new Pass(terminal.id(), terminal.certificateSerial())));
    }

    private static Optional<X509Certificate> certificate(HttpServletRequest request) {
        return request.getAttribute(CLIENT_CERTIFICATE) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain[0])
                : Optional.empty();
    }
}
