package org.yici.contract.entry;

/** The words that sessions and agents have for what happens. */
public enum EventCode {
    SESSION_SHOWN,
    /** Somebody touched the idle screen: a visit without a card so far. */
    VISIT_BEGUN,
    /** A visit in which nothing personal was entered is over; the session goes on. */
    VISIT_ENDED,
    SERVICE_CHOSEN,
    CARD_READ,
    CARD_REFUSED,
    CARD_FORGOTTEN,
    OFFERS_SHOWN,
    CONSENT_GIVEN,
    COPY_ISSUED,
    SEAL_GOOD,
    SEAL_REFUSED,
    /** A service was stopped on this terminal; the number says which code is shown. */
    SERVICE_STOPPED,
    /** Staff released what was stopped. */
    SERVICE_RELEASED,
    PRINT_SENT,
    PRINT_DELIVERED,
    PRINT_PARTIAL,
    PRINT_FAILED,
    PRINT_UNCERTAIN,
    PRINT_RECONCILED,
    ERROR_SHOWN,
    SESSION_ENDED,
    SESSION_TIMED_OUT,
    SESSION_LOST,
    PROGRAM_FAULT,
    IDENTITY_TAKEN_OVER,
    ENTRY_TOO_LARGE,
    /** The agent cannot use its store; the number says which code the screen shows. */
    STORE_REFUSED,
    /** A session said words that are on no list; they were not passed on. The number says how many. */
    WORDS_REJECTED,
    UNKNOWN_CODE
}
