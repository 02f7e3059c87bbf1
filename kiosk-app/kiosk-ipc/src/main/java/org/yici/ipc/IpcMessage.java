package org.yici.ipc;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What crosses the socket: 4 bytes of length, big-endian, then that many bytes of JSON with a {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SessionMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = SessionMessage.ScreenPainted.class, name = "shown"),
    @JsonSubTypes.Type(value = SessionMessage.Heartbeat.class, name = "heartbeat"),
    @JsonSubTypes.Type(value = SessionMessage.KeepEntry.class, name = "entry"),
    @JsonSubTypes.Type(value = SessionMessage.KeepIntent.class, name = "intent"),
    @JsonSubTypes.Type(value = SessionMessage.KeepOutcome.class, name = "outcome"),
    @JsonSubTypes.Type(value = SessionMessage.StopService.class, name = "stopService"),
    @JsonSubTypes.Type(value = SessionMessage.Status.class, name = "status"),
    @JsonSubTypes.Type(value = SessionMessage.Event.class, name = "event"),
    @JsonSubTypes.Type(value = SessionMessage.Ending.class, name = "ending"),
    @JsonSubTypes.Type(value = AgentMessage.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = AgentMessage.DisplayGrant.class, name = "foreground"),
    @JsonSubTypes.Type(value = AgentMessage.Stored.class, name = "kept"),
    @JsonSubTypes.Type(value = AgentMessage.Rejected.class, name = "notKept"),
    @JsonSubTypes.Type(value = AgentMessage.Halt.class, name = "halt")
})
public sealed interface IpcMessage permits SessionMessage, AgentMessage {
    /** The version of these messages; both sides must have the same. */
    int PROTOCOL = 2;

    /** No message is longer, in bytes of JSON. */
    int LONGEST = 1 << 20;
}
