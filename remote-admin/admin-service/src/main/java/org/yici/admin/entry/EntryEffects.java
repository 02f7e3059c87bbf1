package org.yici.admin.entry;

import java.util.Optional;
import org.yici.admin.certificate.CopyStore;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.EventCode;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.opening.Opener;

/** What an entry of a known kind brings about. Empty: done; otherwise why it is kept for staff instead. */
final class EntryEffects {
    private static final int FORMAT = 1;
    private static final int LONGEST_WORD = 64;

    private final EntryStore entries;
    private final CopyStore copies;
    private final Opener opener;
    private final Refusals refusals;

    EntryEffects(EntryStore entries, CopyStore copies, Opener opener, Refusals refusals) {
        this.entries = entries;
        this.copies = copies;
        this.opener = opener;
        this.refusals = refusals;
    }

    Optional<Quarantine> apply(EntryStore.Filed filed, Entry entry) {
        try {
            return switch (entry.header().kind()) {
                case EntryKinds.SESSION_EVENT -> event(filed, entry);
                case EntryKinds.PRINT_OUTCOME -> printed(filed, entry);
                default -> Optional.of(Quarantine.UNKNOWN_KIND);
            };
        } catch (MalformedMessageException e) {
            return Optional.of(Quarantine.UNREADABLE);
        }
    }

    private Optional<Quarantine> event(EntryStore.Filed filed, Entry entry) throws MalformedMessageException {
        if (entry.body().isEmpty() || entry.header().format() != FORMAT) {
            return Optional.of(Quarantine.UNREADABLE);
        }
        SessionEvent event = Json.fromTree(entry.body().get(), SessionEvent.class);
        if (event.session().length() > LONGEST_WORD) {
            return Optional.of(Quarantine.UNREADABLE);
        }
        entries.addEvent(filed, event);
        if (event.code().equals(EventCode.IDENTITY_TAKEN_OVER.name())) {
            refusals.count(RefusalKind.IDENTITY_TAKEN_OVER, Who.terminal(filed.terminal()), "");
        }
        return Optional.empty();
    }

    private Optional<Quarantine> printed(EntryStore.Filed filed, Entry entry) throws MalformedMessageException {
        if (entry.box().isEmpty() || entry.header().format() != FORMAT) {
            return Optional.of(Quarantine.UNREADABLE);
        }
        Optional<byte[]> content = opener.open(entry.header(), entry.box().get());
        if (content.isEmpty()) {
            return Optional.of(Quarantine.UNOPENABLE);
        }
        PrintReport report = Json.read(content.get(), PrintReport.class);
        if (!isShort(report)) {
            return Optional.of(Quarantine.UNREADABLE);
        }
        return copies.report(filed.terminal(), filed.key(), filed.version(), report)
                ? Optional.empty()
                : Optional.of(Quarantine.UNKNOWN_COPY);
    }

    private static boolean isShort(PrintReport report) {
        return report.session().length() <= LONGEST_WORD
                && report.evidence().orElse("").length() <= LONGEST_WORD
                && report.fault().orElse("").length() <= LONGEST_WORD;
    }
}
