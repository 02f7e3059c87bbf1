package org.yici.admin.inbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.admin.entry.EntryInbox;
import org.yici.admin.health.StateInbox;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.terminal.TerminalStore;

@Configuration(proxyBeanMethods = false)
class InboxWiring {
    @Bean
    TerminalInbox terminalInbox(TerminalStore terminals, StateInbox states, EntryInbox entries, Refusals refusals) {
        return new TerminalInbox(terminals, states, entries, refusals);
    }
}
