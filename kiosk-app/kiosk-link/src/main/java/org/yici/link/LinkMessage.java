package org.yici.link;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What crosses the socket: 4 bytes of length, big-endian, then that many bytes of JSON with a {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FromSession.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = FromSession.Shown.class, name = "shown"),
    @JsonSubTypes.Type(value = FromSession.Heartbeat.class, name = "heartbeat"),
    @JsonSubTypes.Type(value = FromSession.KeepEntry.class, name = "entry"),
    @JsonSubTypes.Type(value = FromSession.KeepIntent.class, name = "intent"),
    @JsonSubTypes.Type(value = FromSession.KeepOutcome.class, name = "outcome"),
    @JsonSubTypes.Type(value = FromSession.StopService.class, name = "stopService"),
    @JsonSubTypes.Type(value = FromSession.Status.class, name = "status"),
    @JsonSubTypes.Type(value = FromSession.Event.class, name = "event"),
    @JsonSubTypes.Type(value = FromSession.Ending.class, name = "ending"),
    @JsonSubTypes.Type(value = FromAgent.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = FromAgent.Foreground.class, name = "foreground"),
    @JsonSubTypes.Type(value = FromAgent.Kept.class, name = "kept"),
    @JsonSubTypes.Type(value = FromAgent.NotKept.class, name = "notKept"),
    @JsonSubTypes.Type(value = FromAgent.Halt.class, name = "halt")
})
public sealed interface LinkMessage permits FromSession, FromAgent {
    /** The version of these messages; both sides must have the same. */
    int PROTOCOL = 2;

    /** No message is longer, in bytes of JSON. */
    int LONGEST = 1 << 20;
}
