package org.yici.device;

import org.yici.base.Personal;

/** What came of reading a travel document. */
public sealed interface TravelDocumentOutcome {
    /** It was read; whether it can be believed is what {@code proof} says, and for the caller to decide. */
    record Read(Personal<TravelDocument> document, TravelDocumentProof proof) implements TravelDocumentOutcome {}

    /**
     * It was not read.
     *
     * @param nativeCode the field that cannot be true, the card's status word, or the system's code; never a value
     */
    record Refused(Reason reason, String nativeCode) implements TravelDocumentOutcome {}

    /** Why nothing was read. */
    enum Reason {
        /** No card lies there. */
        NO_DOCUMENT,
        /** The document is not the one that the key is printed in, or the key was read or typed wrongly. */
        WRONG_KEY,
        /** It was taken away too early or answers badly: lay it again. */
        UNREADABLE,
        /** What it says cannot be true, or is not what is printed in it. */
        NOT_TRUSTED,
        /** A kind of document, or of access to it, that this driver does not know. */
        UNSUPPORTED
    }
}
