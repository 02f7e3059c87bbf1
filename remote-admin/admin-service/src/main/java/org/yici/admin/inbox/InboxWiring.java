package org.yici.admin.inbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.admin.entry.EntryInbox;
import org.yici.admin.health.StateInbox;
import org.yici.admin.terminal.RefusedMessages;
import org.yici.admin.terminal.TerminalStore;

@Configuration(proxyBeanMethods = false)
class InboxWiring {
    @Bean
    TerminalInbox terminalInbox(
            TerminalStore terminals, StateInbox states, EntryInbox entries, RefusedMessages refused) {
        return new TerminalInbox(terminals, states, entries, refused);
    }
}
