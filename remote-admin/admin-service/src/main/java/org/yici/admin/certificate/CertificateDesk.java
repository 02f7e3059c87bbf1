package org.yici.admin.certificate;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.keys.Sha256;
import org.yici.admin.platform.CopyOrder;
import org.yici.admin.platform.Issue;
import org.yici.admin.platform.Platform;
import org.yici.admin.platform.PlatformException;
import org.yici.admin.store.Changes;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.terminal.Terminal;
import org.yici.base.Time;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.https.Offers;
import org.yici.contract.https.OffersRequest;
import org.yici.contract.https.ProblemCode;

/** Answers terminals that ask for a citizen: relays to the platform, keeps which copy went where. */
final class CertificateDesk {
    private final Platform platform;
    private final RequestRules rules;
    private final CopyStore copies;
    private final Fingerprints fingerprints;
    private final Changes changes;
    private final TransactionOperations transaction;
    private final Time time;

    CertificateDesk(
            Platform platform,
            RequestRules rules,
            CopyStore copies,
            Fingerprints fingerprints,
            Changes changes,
            TransactionOperations transaction,
            Time time) {
        this.platform = platform;
        this.rules = rules;
        this.copies = copies;
        this.fingerprints = fingerprints;
        this.changes = changes;
        this.transaction = transaction;
        this.time = time;
    }

    Offers offers(Terminal terminal, OffersRequest request) {
        rules.admit(terminal, request.evidence());
        try {
            return new Offers(platform.offers(request.citizen()));
        } catch (PlatformException e) {
            throw failed(e);
        }
    }

    /**
     * One copy. A repeat under the same key asks the platform again under the same copy id, which gives the same bytes: the service
     * itself keeps no document. A repeat is not counted against the terminal's hour, but it needs a card that was read in this visit, as
     * the first request does: what it gives is somebody's document.
     */
    IssuedCopy copy(Terminal terminal, UUID idempotencyKey, CopyRequest request) {
        rules.requireCurrent(request.evidence());
        byte[] fingerprint = fingerprints.of(request);
        Optional<byte[]> before = copies.fingerprint(terminal.id(), idempotencyKey);
        if (before.isPresent() && !MessageDigest.isEqual(before.get(), fingerprint)) {
            throw reused();
        }
        if (before.isEmpty()) {
            rules.admit(terminal, request.evidence());
        }
        CopyStore.Given given = new CopyStore.Given(
                CopyIds.of(terminal.id(), idempotencyKey),
                terminal.id(),
                idempotencyKey,
                fingerprint,
                request.kind(),
                request.consent(),
                time.now());
        Issue.Issued issued = order(new CopyOrder(given.copyId(), request.citizen(), request.kind()));
        transaction.executeWithoutResult(status -> {
            copies.add(given, issued);
            changes.of(terminal.id());
        });
        return answer(given.copyId(), issued);
    }

    private Issue.Issued order(CopyOrder order) {
        try {
            Issue issue = platform.issue(order);
            if (issue instanceof Issue.Issued issued) {
                return issued;
            }
            throw issue instanceof Issue.OrderReused
                    ? reused()
                    : new RequestRefused(ProblemCode.NOT_AVAILABLE, "there is nothing to issue");
        } catch (PlatformException e) {
            throw failed(e);
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

    private static RequestRefused failed(PlatformException e) {
        return new RequestRefused(ProblemCode.PLATFORM_FAILED, String.valueOf(e.getMessage()));
    }
}
