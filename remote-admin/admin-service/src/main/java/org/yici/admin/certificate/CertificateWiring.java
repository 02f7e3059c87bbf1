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
    CopyRequestRepository copyRequestRepository(JdbcClient jdbc) {
        return new CopyRequestRepository(jdbc);
    }

    @Bean
    CopyRecorder copyRecorder(
            CopyStore copies, CopyRequestRepository requests, Changes changes, TransactionOperations transaction) {
        return new CopyRecorder(copies, requests, changes, transaction);
    }

    @Bean(destroyMethod = "close")
    CertificateBulkhead certificateBulkhead() {
        return new CertificateBulkhead(CertificateBulkhead.Limits.DEFAULT);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    CopyRecovery copyRecovery(
            Platform platform,
            CertificateBulkhead bulkhead,
            CopyRequestRepository requests,
            CopyRecorder recorder,
            Time time) {
        return new CopyRecovery(platform, bulkhead, requests, recorder, time);
    }

    @Bean
    CertificateDesk certificateDesk(
            Platform platform,
            ServiceConfig config,
            KeyFolder keys,
            CertificateBulkhead bulkhead,
            CopyStore copies,
            CopyRequestRepository requests,
            CopyRecorder recorder,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Time time)
            throws IOException {
        return new CertificateDesk(
                platform,
                new RequestRules(new RequestCount(jdbc, transaction, time)::admit, config.terminals(), time),
                bulkhead,
                copies,
                requests,
                recorder,
                new Fingerprints(keys.privateKey("pass-signing.key")),
                transaction,
                time);
    }
}
