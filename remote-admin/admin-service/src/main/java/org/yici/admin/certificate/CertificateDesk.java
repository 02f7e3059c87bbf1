package org.yici.admin.certificate;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.keys.Sha256;
import org.yici.admin.platform.CopyOrder;
import org.yici.admin.platform.Issue;
import org.yici.admin.platform.Platform;
import org.yici.admin.platform.PlatformException;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.terminal.Terminal;
import org.yici.base.Time;
import org.yici.contract.IdentityEvidence;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Offers;
import org.yici.contract.https.OffersRequest;
import org.yici.contract.https.ProblemCode;

/** Answers terminals that ask for a citizen: relays to the platform, keeps which copy went where. Callers wait for a bounded time. */
final class CertificateDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateDesk.class);

    private final Platform platform;
    private final RequestRules rules;
    private final CertificateBulkhead bulkhead;
    private final CopyStore copies;
    private final CopyRequestRepository requests;
    private final CopyRecorder recorder;
    private final Fingerprints fingerprints;
    private final TransactionOperations transaction;
    private final Time time;

    CertificateDesk(
            Platform platform,
            RequestRules rules,
            CertificateBulkhead bulkhead,
            CopyStore copies,
            CopyRequestRepository requests,
            CopyRecorder recorder,
            Fingerprints fingerprints,
            TransactionOperations transaction,
            Time time) {
        this.platform = platform;
        this.rules = rules;
        this.bulkhead = bulkhead;
        this.copies = copies;
        this.requests = requests;
        this.recorder = recorder;
        this.fingerprints = fingerprints;
        this.transaction = transaction;
        this.time = time;
    }

    Offers offers(Terminal terminal, OffersRequest request) {
        return inTurn(() -> {
            rules.admit(terminal, request.evidence());
            return new Offers(platform.offers(request.citizen()));
        });
    }

    /**
     * One copy. The request is noted before the platform is asked, and the copy before it is given out, so no numbered copy is unknown
     * ({@link CopyRecovery}). A repeat under the same key asks the platform again under the same copy id, which gives the same bytes:
     * the service itself keeps no document. A repeat is not counted against the terminal's hour, but it needs a card that was read in
     * this visit, as the first request does: what it gives is somebody's document.
     */
    IssuedCopy copy(Terminal terminal, UUID idempotencyKey, CopyRequest request) {
        rules.requireCurrent(request.evidence());
        CopyStore.Given given = new CopyStore.Given(
                CopyIds.of(terminal.id(), idempotencyKey),
                terminal.id(),
                idempotencyKey,
                fingerprints.of(request),
                request.kind(),
                request.consent(),
                time.now());
        CopyOrder order = new CopyOrder(given.copyId(), request.citizen(), request.kind());
        return inTurn(() -> answer(
                given.copyId(),
                isNoted(given) ? issued(platform.issue(order)) : issue(terminal, given, order, request.evidence())));
    }

    /** Refuses a key that was used for something else. */
    private boolean isNoted(CopyStore.Given given) {
        Optional<byte[]> before = copies.fingerprint(given.terminal(), given.idempotencyKey());
        before.ifPresent(fingerprint -> requireSame(given, fingerprint));
        return before.isPresent();
    }

    private Issue.Issued issue(Terminal terminal, CopyStore.Given given, CopyOrder order, IdentityEvidence evidence)
            throws PlatformException {
        int repeats = Objects.requireNonNull(transaction.execute(status -> open(terminal, given, evidence)));
        Issue issue = platform.issue(order);
        if (issue instanceof Issue.Issued issued) {
            recorder.record(given, issued.numbered());
        } else {
            requests.closeUnlessRepeated(given.copyId(), repeats);
        }
        return issued(issue);
    }

    /** Notes the request; what is refused is neither noted nor counted. */
    private int open(Terminal terminal, CopyStore.Given given, IdentityEvidence evidence) {
        CopyRequestRepository.Entry entry = requests.open(given);
        requireSame(given, entry.fingerprint());
        if (!isNoted(given) && entry.isFirst()) {
            rules.admit(terminal, evidence);
        }
        return entry.repeats();
    }

    private <T> T inTurn(CertificateBulkhead.Work<T> work) {
        try {
            return bulkhead.call(work);
        } catch (PlatformException e) {
            LOG.warn("The platform failed: {} ({})", e.getMessage(), cause(e));
            throw new RequestRefused(ProblemCode.PLATFORM_FAILED, String.valueOf(e.getMessage()));
        }
    }

    /** Its class alone: messages quote what they met. */
    private static String cause(PlatformException failure) {
        return failure.getCause() == null ? "-" : failure.getCause().getClass().getSimpleName();
    }

    private static Issue.Issued issued(Issue issue) {
        if (issue instanceof Issue.Issued issued) {
            return issued;
        }
        throw issue instanceof Issue.OrderReused
                ? reused()
                : new RequestRefused(ProblemCode.NOT_AVAILABLE, "there is nothing to issue");
    }

    private static void requireSame(CopyStore.Given given, byte[] before) {
        if (!MessageDigest.isEqual(before, given.fingerprint())) {
            throw reused();
        }
    }

    private static IssuedCopy answer(String copyId, Issue.Issued issued) {
        return new IssuedCopy(
                copyId,
                issued.certificate(),
                issued.title(),
                issued.copyNumber(),
                issued.sheets(),
                HexFormat.of().formatHex(Sha256.of(issued.document())),
                issued.document());
    }

    private static RequestRefused reused() {
        return new RequestRefused(ProblemCode.KEY_REUSED, "the idempotency key was used before with other content");
    }
}
