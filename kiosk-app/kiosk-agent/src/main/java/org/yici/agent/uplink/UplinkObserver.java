package org.yici.agent.uplink;

import java.util.Map;
import org.yici.contract.entry.EventCode;

/** Hears what changes on the way to the centre. Called on the agent's loop. */
public interface UplinkObserver {
    /** The broker is connected now, or no longer. */
    void online(boolean online);

    /** Something that staff must see. */
    void alarm(EventCode code, Map<String, Long> numbers);
}
