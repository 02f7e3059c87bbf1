package org.yici.admin.refusal;

/** Where something can be refused. */
public enum Gate {
    /** The embedded broker, before a message is one. An external broker refuses by itself and tells only its own log. */
    BROKER,
    /** The service, at a message that a broker let through. */
    MESSAGE,
    /** The terminals' port. */
    REQUEST,
    /** The administrators' pages: what is refused there is counted by the address of the browser. */
    PAGE
}
