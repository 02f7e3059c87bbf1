package org.yici.device;

import org.yici.base.Personal;

/** What happens at a bar-code reader. */
public sealed interface CodeEvent {
    /** A code was read. */
    record CodeRead(Personal<ScannedCode> code) implements CodeEvent {}

    /** Something came that is no code; whoever holds it may hold it again. */
    record CodeRefused(Reason reason) implements CodeEvent {}

    /** Why what came is no code. */
    enum Reason {
        /** More than {@link ScannedCode#MOST_BYTES} came without an end. */
        TOO_LONG,
        /** It was damaged on its way, and asking for it again did not help. */
        DAMAGED
    }
}
