package org.yici.admin.pass;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.yici.admin.keys.CommonName;
import org.yici.admin.terminal.AskingTerminal;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.terminal.Terminal;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.TerminalId;
import org.yici.contract.https.ProblemCode;

/** Finds out which terminal asks, by the client certificate of its connection; the connector has checked the chain and the key. */
public final class DeviceCertificateAuthenticator {
    private static final String CLIENT_CERTIFICATE = "jakarta.servlet.request.X509Certificate";

    private final TerminalStore terminals;

    DeviceCertificateAuthenticator(TerminalStore terminals) {
        this.terminals = terminals;
    }

    /** Empty if the connection has no certificate; refuses one that is not the current one of an enrolled terminal. */
    public Optional<Terminal> terminal(HttpServletRequest request) {
        return request.getAttribute(CLIENT_CERTIFICATE) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(current(request, chain[0]))
                : Optional.empty();
    }

    private Terminal current(HttpServletRequest request, X509Certificate certificate) {
        Optional<TerminalId> named =
                CommonName.of(certificate).filter(TerminalId::isValid).map(TerminalId::new);
        named.ifPresent(terminal -> AskingTerminal.is(request, terminal));
        return named.flatMap(terminals::find)
                .filter(known -> known.accepts(certificate))
                .orElseThrow(() -> new RequestRefused(
                        ProblemCode.TERMINAL_REFUSED,
                        "not the current certificate of an enrolled terminal, or it was revoked"));
    }
}
