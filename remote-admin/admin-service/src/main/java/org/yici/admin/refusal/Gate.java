package org.yici.admin.refusal;

/** Where something can be refused. */
public enum Gate {
    /** The broker, before a message is one, as far as its log tells. */
    BROKER,
    /** The service, at a message that the broker let through. */
    MESSAGE,
    /** The terminals' port. */
    REQUEST,
    /** The administrators' pages: what is refused there is counted by the address of the browser. */
    PAGE
}
