package org.yici.agent.store;

import org.yici.contract.entry.SessionEvent;

/**
 * What happened, and at which of the keeper's places; 0 if at none.
 */
public record EventLogLine(SessionEvent event, int slot) {}
