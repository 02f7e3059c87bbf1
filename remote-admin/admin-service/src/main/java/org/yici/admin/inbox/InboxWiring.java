package org.yici.admin.inbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.admin.entry.EntryInbox;
import org.yici.admin.health.StateInbox;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.store.DatabaseFailures;
import org.yici.admin.throttle.Paces;
import org.yici.base.Time;

@Configuration(proxyBeanMethods = false)
class InboxWiring {
    /** An agent sends its birth and a health at once, then a health at each change that lasts, and one a minute. */
    private static final int STATES_PER_SECOND = 5;

    @Bean
    TerminalInbox terminalInbox(
            StateInbox states, EntryInbox entries, Refusals refusals, DatabaseFailures failures, Time time) {
        return new TerminalInbox(states, entries, refusals, new Paces(time, STATES_PER_SECOND, 1), failures);
    }
}
