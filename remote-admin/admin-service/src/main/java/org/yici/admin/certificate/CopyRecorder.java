package org.yici.admin.certificate;

import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.platform.NumberedCopy;
import org.yici.admin.store.Changes;

/** Notes a copy that the platform issued and closes the request for it, both or neither. */
final class CopyRecorder {
    private final CopyStore copies;
    private final CopyRequestRepository requests;
    private final Changes changes;
    private final TransactionOperations transaction;

    CopyRecorder(CopyStore copies, CopyRequestRepository requests, Changes changes, TransactionOperations transaction) {
        this.copies = copies;
        this.requests = requests;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** A copy that is noted already stays as it is. */
    void record(CopyStore.Given given, NumberedCopy issued) {
        transaction.executeWithoutResult(status -> {
            copies.add(given, issued);
            requests.close(given.copyId());
            changes.of(given.terminal());
        });
    }
}
