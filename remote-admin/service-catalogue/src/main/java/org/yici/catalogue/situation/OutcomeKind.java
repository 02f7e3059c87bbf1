package org.yici.catalogue.situation;

/** What an outcome means for the citizen. */
public enum OutcomeKind {
    /** The item can be asked for; the outcome says something that matters in this situation. */
    PROCEED,
    /** Another item or another office is the right one. */
    ELSEWHERE,
    /** The law lets nobody have it in this situation. */
    NOT_ELIGIBLE
}
