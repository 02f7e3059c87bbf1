package org.yici.admin.entry;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.admin.certificate.CopyStore;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.store.Changes;
import org.yici.admin.terminal.EnrolledTransaction;
import org.yici.base.Time;
import org.yici.contract.opening.Opener;

@Configuration(proxyBeanMethods = false)
class EntryWiring {
    @Bean
    EntryInbox entryInbox(
            JdbcClient jdbc,
            KeyFolder keys,
            CopyStore copies,
            Refusals refusals,
            Changes changes,
            EnrolledTransaction transaction,
            Time time)
            throws IOException {
        EntryStore store = new EntryStore(jdbc);
        Opener opener = Opener.ofPem(keys.texts("centre-sealing*.key"));
        return new EntryInbox(
                store,
                new EntryEffects(store, copies, opener, refusals),
                new QuarantineQuota(jdbc, time),
                refusals,
                changes,
                transaction,
                time);
    }

    @Bean
    SessionEvents sessionEvents(JdbcClient jdbc) {
        return new SessionEvents(jdbc);
    }

    @Bean
    QuarantineList quarantineList(JdbcClient jdbc) {
        return new QuarantineList(jdbc);
    }
}
