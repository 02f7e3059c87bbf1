package org.yici.admin.entry;

/** Why an entry is kept for staff to look at, instead of having an effect. */
public enum Quarantine {
    /** The form of the message or of its content is not one that this service knows. */
    UNREADABLE,
    /** Sealed to another key, or changed on its way. */
    UNOPENABLE,
    UNKNOWN_KIND,
    /** A print report about a copy that was not given to this terminal. */
    UNKNOWN_COPY,
    /** This service failed at it; its fingerprint says where. */
    PROGRAM_FAULT
}
