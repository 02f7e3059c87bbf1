package org.yici.admin.broker;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yici.admin.config.ServiceConfig;
import org.yici.admin.keys.KeyFolder;
import org.yici.admin.keys.TlsContexts;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.terminal.TerminalStore;
import org.yici.admin.throttle.Paces;
import org.yici.base.Time;

@Configuration(proxyBeanMethods = false)
class BrokerWiring {
    @Bean
    BrokerLifecycle brokerLifecycle(
            ServiceConfig config,
            KeyFolder keys,
            DataSource database,
            Inbox inbox,
            TerminalStore terminals,
            Refusals refusals,
            Paces paces)
            throws IOException, GeneralSecurityException {
        Optional<EmbeddedBroker> embedded = config.broker().uri().isPresent()
                ? Optional.empty()
                : Optional.of(artemis(config, keys, terminals, refusals, paces));
        Supplier<URI> address = () -> config.broker()
                .uri()
                .orElseGet(() -> URI.create("ssl://" + host(config.broker().bind()) + ":"
                        + embedded.orElseThrow().port()));
        SSLContext tls = TlsContexts.client(
                keys.privateKey("service-mqtt.key"),
                keys.chain("service-mqtt.pem"),
                List.of(keys.certificate("broker-ca.pem")));
        return new BrokerLifecycle(
                embedded, new BrokerLink(address, tls, config.broker().shared(), database, inbox));
    }

    /** Where a broker that listens on {@code bind} is reached from its own machine; its certificate must name it. */
    private static String host(String bind) {
        return bind.equals("0.0.0.0") || bind.equals("::") ? "localhost" : bind;
    }

    private static EmbeddedBroker artemis(
            ServiceConfig config, KeyFolder keys, TerminalStore terminals, Refusals refusals, Paces paces)
            throws IOException {
        return new ArtemisBroker(
                new ArtemisBroker.Place(config.broker().bind(), config.broker().port()),
                new ArtemisBroker.BrokerKeys(
                        keys.file("broker-tls.p12"),
                        keys.file("terminal-ca-trust.p12"),
                        keys.text("keystore-password").strip()),
                new TerminalAdmission(terminals),
                refusals,
                paces);
    }

    @Bean
    Paces terminalPaces(ServiceConfig config, Time time) {
        return new Paces(time, config.broker().messagesPerSecond());
    }

    @Bean
    BrokerReview brokerReview(BrokerLifecycle broker) {
        return new BrokerReview(broker);
    }

    @Bean
    HealthIndicator brokerHealthIndicator(BrokerLifecycle broker) {
        return () -> broker.isListening() ? Health.up().build() : Health.down().build();
    }
}
