package org.yici.admin.broker;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yici.admin.keys.CommonName;
import org.yici.admin.terminal.Terminal;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.TerminalId;

/** A certificate is good while it is the current one of an enrolled terminal and was not revoked. */
final class TerminalAdmission implements EmbeddedBroker.Admission {
    private final TerminalStore terminals;

    TerminalAdmission(TerminalStore terminals) {
        this.terminals = terminals;
    }

    @Override
    public boolean admits(X509Certificate certificate) {
        return isGood(certificate, terminals::find);
    }

    @Override
    public Predicate<X509Certificate> now() {
        Map<TerminalId, Terminal> all =
                terminals.all().stream().collect(Collectors.toMap(Terminal::id, Function.identity()));
        return certificate -> isGood(certificate, id -> Optional.ofNullable(all.get(id)));
    }

    private static boolean isGood(X509Certificate certificate, Function<TerminalId, Optional<Terminal>> find) {
        return CommonName.of(certificate)
                .filter(TerminalId::isValid)
                .map(TerminalId::new)
                .flatMap(find)
                .filter(terminal -> terminal.accepts(certificate))
                .isPresent();
    }
}
