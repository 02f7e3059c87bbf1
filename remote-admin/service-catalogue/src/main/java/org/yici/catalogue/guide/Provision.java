package org.yici.catalogue.guide;

/** Whether something is offered. */
public enum Provision {
    /** It is. */
    OFFERED,
    /** It is not. */
    NOT_OFFERED
}
