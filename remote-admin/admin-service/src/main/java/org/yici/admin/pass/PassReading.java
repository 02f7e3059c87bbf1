package org.yici.admin.pass;

import java.util.Optional;
import org.yici.admin.refusal.RefusalKind;
import org.yici.base.TerminalId;

/** What came of reading a pass. */
sealed interface PassReading {
    record Good(Pass pass) implements PassReading {}

    /** @param terminal whose it was, if the service's signature vouches for that */
    record Refused(RefusalKind kind, Optional<TerminalId> terminal) implements PassReading {}
}
