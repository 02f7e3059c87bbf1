package org.yici.agent.session;

import org.yici.base.Folders;
import org.yici.base.TerminalId;

/**
 * What a desk needs to know.
 *
 * @param slots how many of the keeper's places there are
 * @param sessionBytes how much one session may have kept
 */
public record SessionManagerConfig(Folders folders, TerminalId terminal, int slots, long sessionBytes) {}
