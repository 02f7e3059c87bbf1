package org.yici.admin.broker;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.enrolment.RevocationList;
import org.yici.admin.enrolment.TerminalAuthority;
import org.yici.admin.health.StateStore;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.keys.TlsContexts;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.store.Changes;
import org.yici.admin.terminal.TerminalStore;
import org.yici.admin.throttle.Paces;
import org.yici.base.Time;

@Configuration(proxyBeanMethods = false)
class BrokerWiring {
    @Bean
    DynamicSecurity dynamicSecurity() {
        return new DynamicSecurity();
    }

    @Bean(destroyMethod = "")
    BrokerControl brokerControl(
            DynamicSecurity security,
            JdbcClient jdbc,
            StateStore states,
            Changes changes,
            Refusals refusals,
            Time time) {
        return new BrokerControl(security, new BlockStore(jdbc), states, changes, refusals, time);
    }

    @Bean(destroyMethod = "")
    RevocationService revocationService(
            ServiceConfig config,
            KeyFolder keys,
            TerminalAuthority authority,
            TerminalStore terminals,
            JdbcClient jdbc,
            DataSource database,
            BrokerControl control,
            DynamicSecurity security,
            Time time)
            throws IOException {
        X509Certificate issuer = keys.certificate("terminal-ca.pem");
        PrivateKey key = keys.privateKey("terminal-ca.key");
        return new RevocationService(
                new RevocationListFile(config.broker().revocationList(), issuer),
                (revoked, now) -> RevocationList.pem(issuer, key, revoked, now),
                new RevocationProbe(config.broker().uri(), authority, List.of(keys.certificate("broker-ca.pem"))),
                terminals,
                new RevocationStore(jdbc),
                database,
                control,
                security::isOpen,
                time);
    }

    @Bean
    InstanceShare instanceShare(StateStore states, Time time) {
        return new InstanceShare(states, time);
    }

    @Bean
    BrokerLifecycle brokerLifecycle(
            ServiceConfig config,
            KeyFolder keys,
            DataSource database,
            Inbox inbox,
            DynamicSecurity security,
            BrokerControl control,
            RevocationService revocations,
            InstanceShare share,
            Refusals refusals,
            Time time)
            throws IOException, GeneralSecurityException {
        SSLContext tls = TlsContexts.client(
                keys.privateKey("service-mqtt.key"),
                keys.chain("service-mqtt.pem"),
                List.of(keys.certificate("broker-ca.pem")));
        ServiceConfig.Broker broker = config.broker();
        LinkSession session = new LinkSession(
                security,
                control,
                revocations,
                share,
                new Paces(time, broker.messagesPerSecond()),
                broker.blockFor(),
                refusals);
        return new BrokerLifecycle(new BrokerLink(broker.uri(), tls, database, inbox, session), control, revocations);
    }

    @Bean
    HealthIndicator brokerHealthIndicator(BrokerLifecycle broker) {
        return () -> broker.isListening() ? Health.up().build() : Health.down().build();
    }
}
