package org.yici.admin.refusal;

/** What is refused. The names stand in the database: a name that was used once keeps its meaning. */
public enum RefusalKind {
    /** No client certificate at the broker. */
    NO_CERTIFICATE(Gate.BROKER),
    /** A client certificate at the broker that is not of the terminals' authority, is out of date, or was revoked. */
    FOREIGN_CERTIFICATE(Gate.BROKER),
    /** Bytes at the broker's port that are not TLS, or not MQTT within it. */
    NOT_MQTT(Gate.BROKER),
    /** A connection was ended because its certificate was revoked or replaced. */
    CERTIFICATE_ENDED(Gate.BROKER),
    /** A connection with an MQTT older than 5. */
    OLD_PROTOCOL(Gate.BROKER),
    /** A subscription to what is not for the terminal. */
    FOREIGN_SUBSCRIBE(Gate.BROKER),
    SHARED_SUBSCRIPTION(Gate.BROKER),
    /** One of the broker's own addresses. */
    INTERNAL_ADDRESS(Gate.BROKER),
    PACKET_TOO_LONG(Gate.BROKER),
    /** A packet that breaks the protocol, or asks for what the broker does not give, as to retain a message. */
    PACKET_BROKEN(Gate.BROKER),
    /** The terminal is kept out for a time. */
    BLOCKED(Gate.BROKER),

    MESSAGE_TOO_LONG(Gate.MESSAGE),
    MESSAGE_MALFORMED(Gate.MESSAGE),
    MESSAGE_UNKNOWN_TOPIC(Gate.MESSAGE),
    MESSAGE_UNKNOWN_VERSION(Gate.MESSAGE),
    /** It names another terminal than its topic. */
    MESSAGE_FOREIGN(Gate.MESSAGE),
    MESSAGE_NOT_ENROLLED(Gate.MESSAGE),
    /** Of a terminal whose certificate was revoked, let through by the broker. */
    MESSAGE_REVOKED(Gate.MESSAGE),
    /** Dropped because its terminal sends too much. */
    MESSAGE_TOO_FAST(Gate.MESSAGE),
    /** Filed, but kept for staff: it could not be opened, understood or placed. */
    ENTRY_QUARANTINED(Gate.MESSAGE),
    /** Two machines speak as this terminal: the broker told it so, or its connections count backwards. Nothing is refused; it is an alarm. */
    IDENTITY_TAKEN_OVER(Gate.MESSAGE),

    REQUEST_MALFORMED(Gate.REQUEST),
    /** A client certificate at the terminals' port that is not of the terminals' authority, or is out of date. */
    REQUEST_CERTIFICATE_FOREIGN(Gate.REQUEST),
    /** What belongs to the other port. */
    WRONG_PORT(Gate.REQUEST),
    ENROLMENT_REFUSED(Gate.REQUEST),
    /** A pass was asked for without a certificate. */
    CERTIFICATE_MISSING(Gate.REQUEST),
    /** Certificate or pass of a terminal that is not enrolled, was revoked, or was enrolled anew since. */
    TERMINAL_REFUSED(Gate.REQUEST),
    PASS_MISSING(Gate.REQUEST),
    PASS_FORGED(Gate.REQUEST),
    PASS_ENDED(Gate.REQUEST),
    /** A pass that this service signed for something else. */
    PASS_OTHER_AUDIENCE(Gate.REQUEST),
    READER_UNKNOWN(Gate.REQUEST),
    LEVEL_TOO_LOW(Gate.REQUEST),
    /** The card was read longer ago than a visit lasts, or in the future. */
    EVIDENCE_NOT_CURRENT(Gate.REQUEST),
    OVER_QUOTA(Gate.REQUEST),
    OUTSIDE_HOURS(Gate.REQUEST),
    KEY_REUSED(Gate.REQUEST),

    PAGE_WITHOUT_SESSION(Gate.PAGE),
    /** A form that was sent from another site's page. */
    PAGE_FOREIGN_ORIGIN(Gate.PAGE),
    /** A form without the token of its session. */
    PAGE_WITHOUT_TOKEN(Gate.PAGE),
    FIRST_CODE_WRONG(Gate.PAGE),
    /** A wrong one-time code after too many others from this address. */
    FIRST_CODE_LOCKED(Gate.PAGE),
    PASSWORD_WRONG(Gate.PAGE),
    /** Another try at a password while patience is asked for. */
    PASSWORD_LOCKED(Gate.PAGE),
    /** More wrong enrolment codes than one address may send. */
    ENROLMENT_TOO_MANY(Gate.REQUEST),
    /** A birth or health beyond five a second, dropped: a later one tells more. */
    STATE_TOO_FAST(Gate.MESSAGE),
    /** An entry for which its terminal's queue has no room: not taken and not answered, so that the terminal sends it again. */
    ENTRY_DEFERRED(Gate.MESSAGE),
    /** A birth whose connection's number is ahead of the time of day: a wrong clock, or no clock's number. An alarm; nothing is refused. */
    CONNECTION_AHEAD(Gate.MESSAGE),
    /** A message that the database could not take, while it took others: dropped and not answered. */
    MESSAGE_NOT_STORED(Gate.MESSAGE),
    /** An entry that belongs into quarantine and is beyond its terminal's quota: not kept, and answered so. */
    ENTRY_REJECTED(Gate.MESSAGE),
    /** A password was not looked at because too many others were being looked at. */
    PASSWORD_BUSY(Gate.PAGE);

    private final Gate gate;

    RefusalKind(Gate gate) {
        this.gate = gate;
    }

    public Gate gate() {
        return gate;
    }
}
