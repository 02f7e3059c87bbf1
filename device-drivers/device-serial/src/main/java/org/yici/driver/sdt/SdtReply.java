package org.yici.driver.sdt;

/** What came back for a command. */
sealed interface SdtReply {
    /** An answer to this very command: success or the reader's refusal. */
    record Answered(SdtAnswer answer) implements SdtReply {}

    /** Something came and was not a whole answer: noise on the line. */
    record Garbled() implements SdtReply {}

    /** Nothing, or half an answer and then nothing. */
    record Silence() implements SdtReply {}
}
