package org.yici.contract.entry;

/** The kinds of entry that exist. A kind that a reader does not know is kept and shown to staff. */
public final class EntryKinds {
    /** What became of a print order; sealed, content {@link PrintReport}. */
    public static final String PRINT_OUTCOME = "print-outcome";

    /** Something that happened in a session, without personal data; open, content {@link SessionEvent}. */
    public static final String SESSION_EVENT = "session-event";

    private EntryKinds() {}
}
