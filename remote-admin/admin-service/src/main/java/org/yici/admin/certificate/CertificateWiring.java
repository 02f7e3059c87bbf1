package org.yici.admin.certificate;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.platform.Platform;
import org.yici.admin.store.Changes;
import org.yici.admin.terminal.RequestCount;
import org.yici.base.Time;

@Configuration(proxyBeanMethods = false)
class CertificateWiring {
    @Bean
    CopyStore copyStore(JdbcClient jdbc) {
        return new CopyStore(jdbc);
    }

    @Bean
    CertificateDesk certificateDesk(
            Platform platform,
            ServiceConfig config,
            KeyFolder keys,
            CopyStore copies,
            JdbcClient jdbc,
            Changes changes,
            TransactionOperations transaction,
            Time time)
            throws IOException {
        return new CertificateDesk(
                platform,
                new RequestRules(new RequestCount(jdbc, transaction, time)::admit, config.terminals(), time),
                copies,
                new Fingerprints(keys.privateKey("pass-signing.key")),
                changes,
                transaction,
                time);
    }
}
