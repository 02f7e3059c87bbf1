package org.yici.admin.broker;

import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Who;
import org.yici.base.TerminalId;

/** What a line of the broker's log tells. */
sealed interface BrokerEvent {
    /** The broker got SIGHUP and reads its files anew, the revocation list among them. */
    record Reloading() implements BrokerEvent {}

    /** It refused something. */
    record Refused(RefusalKind kind, Who who) implements BrokerEvent {}

    /** @param protocol Mosquitto's number: 5 for MQTT 5, less for what is older */
    record Connected(TerminalId terminal, int protocol) implements BrokerEvent {}

    /** It was granted, which means nothing: what it hears is decided by the access list. */
    record Subscribed(TerminalId terminal, String filter) implements BrokerEvent {}

    /** It ended a connection because the server told it to. */
    record Kicked(TerminalId terminal) implements BrokerEvent {}
}
