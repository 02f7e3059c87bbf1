package org.yici.admin.page;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.admin.certificate.CopyStore;
import org.yici.admin.entry.QuarantineList;
import org.yici.admin.entry.SessionEvents;
import org.yici.admin.health.StateStore;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.Time;

@Configuration(proxyBeanMethods = false)
class PageWiring {
    @Bean
    PageUpdates pageUpdates(DataSource database) {
        return new PageUpdates(database);
    }

    @Bean
    TerminalViews terminalViews(
            TerminalStore terminals,
            StateStore states,
            SessionEvents events,
            CopyStore copies,
            QuarantineList quarantine,
            Refusals refusals,
            Time time) {
        return new TerminalViews(terminals, states, events, copies, quarantine, refusals, time);
    }
}
