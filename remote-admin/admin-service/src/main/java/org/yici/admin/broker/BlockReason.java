package org.yici.admin.broker;

/** Why a terminal is blocked for a time. The names stand in the database. */
public enum BlockReason {
    /** It sent more than any terminal has to say. */
    FLOOD,
    /** It subscribed to what is not for it. */
    FOREIGN_SUBSCRIPTION,
    /** It speaks an MQTT older than 5. */
    OLD_PROTOCOL
}
