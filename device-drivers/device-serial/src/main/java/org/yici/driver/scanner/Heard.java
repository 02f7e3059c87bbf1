package org.yici.driver.scanner;

/** What a parser found in the bytes of a scanner. */
sealed interface Heard {
    /** A code's whole content. */
    record Code(byte[] bytes) implements Heard {}

    /** More than a code can hold came without an end; the rest of it is dropped. */
    record TooLong() implements Heard {}

    /** A packet was damaged, and sending it again did not help. */
    record Damaged() implements Heard {}

    /** The scanner's answer to a command. */
    record Reply(boolean accepted) implements Heard {}
}
