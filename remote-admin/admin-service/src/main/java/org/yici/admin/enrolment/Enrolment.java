package org.yici.admin.enrolment;

import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.audit.AuditLog;
import org.yici.admin.health.StateStore;
import org.yici.admin.keys.Sha256;
import org.yici.admin.onetime.OneTimeCode;
import org.yici.admin.store.Changes;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.terminal.Terminal;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.TerminalId;
import org.yici.base.Time;
import org.yici.contract.https.EnrolmentAnswer;
import org.yici.contract.https.EnrolmentRequest;
import org.yici.contract.https.ProblemCode;

/**
 * Makes a machine a terminal. A code is good once; the same request with it is answered the same until the code ends, since an answer
 * can be lost on its way.
 */
final class Enrolment {
    private final CodeStore codes;
    private final TerminalStore terminals;
    private final StateStore states;
    private final TerminalAuthority authority;
    private final AuditLog audit;
    private final Changes changes;
    private final TransactionOperations transaction;
    private final Time time;

    Enrolment(
            CodeStore codes,
            TerminalStore terminals,
            StateStore states,
            TerminalAuthority authority,
            AuditLog audit,
            Changes changes,
            TransactionOperations transaction,
            Time time) {
        this.codes = codes;
        this.terminals = terminals;
        this.states = states;
        this.authority = authority;
        this.audit = audit;
        this.changes = changes;
        this.transaction = transaction;
        this.time = time;
    }

    EnrolmentAnswer enrol(EnrolmentRequest request) {
        if (!TerminalId.isValid(request.terminal())) {
            throw new RequestRefused(ProblemCode.MALFORMED, "not a terminal id");
        }
        TerminalId terminal = new TerminalId(request.terminal());
        byte[] codeHash = OneTimeCode.hash(request.code());
        // One look-up by an index comes before everything that costs more.
        if (codes.find(codeHash).filter(code -> isGood(code, terminal)).isEmpty()) {
            throw refused();
        }
        CertificateRequest checked = CertificateRequest.check(request.certificateRequest(), terminal);
        byte[] requestHash = Sha256.of(request.certificateRequest());
        Optional<String> chain = Objects.requireNonNull(transaction.execute(status -> codes.lock(codeHash)
                .filter(code -> isGood(code, terminal))
                .flatMap(code -> redeem(code, checked, requestHash))));
        return new EnrolmentAnswer(chain.orElseThrow(Enrolment::refused));
    }

    private boolean isGood(CodeStore.Issued code, TerminalId terminal) {
        return code.terminal().equals(terminal) && code.expires().isAfter(time.now());
    }

    private Optional<String> redeem(CodeStore.Issued code, CertificateRequest request, byte[] requestHash) {
        if (code.usedBy().isPresent()) {
            return code.answer()
                    .filter(answer -> MessageDigest.isEqual(code.usedBy().get(), requestHash));
        }
        Instant now = time.now();
        X509Certificate certificate = authority.issue(code.terminal(), request.key(), now);
        String chain = authority.chain(certificate);
        codes.use(code, requestHash, chain, now);
        terminals.enrol(
                new Terminal(
                        code.terminal(),
                        code.name(),
                        code.safeModule(),
                        certificate.getSerialNumber().toString(16),
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                fingerprint(certificate),
                certificate.getNotAfter().toInstant());
        states.forget(code.terminal());
        audit.record(
                AuditLog.MACHINE,
                AuditLog.Act.TERMINAL_ENROLLED,
                code.terminal().value());
        changes.of(code.terminal());
        return Optional.of(chain);
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate of our own cannot be written", e);
        }
    }

    private static RequestRefused refused() {
        return new RequestRefused(
                ProblemCode.ENROLMENT_REFUSED, "the code is unknown, used up or too old, or for another terminal");
    }
}
