package org.yici.agent.store;

import java.util.UUID;

/** Names one row of the outbox: an entry's key and the version under it. */
public record OutboxRow(UUID key, int version) {}
