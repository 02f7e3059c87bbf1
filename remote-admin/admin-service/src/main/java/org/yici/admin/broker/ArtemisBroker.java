package org.yici.admin.broker;

import io.netty.handler.codec.mqtt.MqttMessage;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.cluster.ClusterConnection;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.server.metrics.MetricsManager;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.BufferHandler;
import org.apache.activemq.artemis.spi.core.remoting.ServerConnectionLifeCycleListener;
import org.jspecify.annotations.Nullable;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.throttle.Pace;
import org.yici.admin.throttle.Paces;

/**
 * Apache Artemis as the embedded broker: in memory, since nothing relies on what a broker remembers. Good for about 2,000 terminals a
 * GB of heap (docs/decisions/0051); beyond that an external broker is configured.
 */
public final class ArtemisBroker implements EmbeddedBroker {
    /** Longest packet: sealed content of 256 KiB in base64, and what is around it. */
    static final int LONGEST_PACKET = 512 << 10;

    private static final String ACCEPTOR = "tls";
    private static final long MEMORY = 64L << 20;
    private static final long MEMORY_OF_ONE_ADDRESS = 8L << 20;
    private static final long FORGET_UNUSED_ADDRESS_MILLIS = 60_000;

    private final Place place;
    private final BrokerKeys keys;
    private final Admission admission;
    private final Refusals refusals;
    private final Paces paces;
    private volatile @Nullable ActiveMQServer server;
    private volatile @Nullable Acceptor acceptor;

    /** @param port 0 for any free one */
    public record Place(String bind, int port) {}

    /** Key store of the server's certificate and trust store of the terminals' authority, PKCS#12 with one password. */
    public record BrokerKeys(Path keyStore, Path trustStore, String password) {
        @Override
        public String toString() {
            return "BrokerKeys[" + keyStore + ", " + trustStore + "]";
        }
    }

    /** @param paces how much each terminal may send */
    public ArtemisBroker(Place place, BrokerKeys keys, Admission admission, Refusals refusals, Paces paces) {
        this.place = place;
        this.keys = keys;
        this.admission = admission;
        this.refusals = refusals;
        this.paces = paces;
    }

    @Override
    public void start() throws BrokerException {
        try {
            ActiveMQServer started = new ActiveMQServerImpl(configuration(), new BrokerSecurity());
            server = started;
            started.start();
            BaseInterceptor<MqttMessage> guard = new BrokerGuard(admission, refusals);
            started.getRemotingService().addIncomingInterceptor(guard);
            started.getServiceRegistry().addAcceptorFactory(ACCEPTOR, this::acceptor);
            // The guard is in place before the port is: no connection passes without it.
            Acceptor opened = started.getRemotingService().createAcceptor(ACCEPTOR, address());
            acceptor = opened;
            opened.start();
        } catch (Exception e) {
            close();
            throw new BrokerException(
                    "the embedded broker could not be started on " + place.bind() + ":" + place.port(), e);
        }
    }

    private Acceptor acceptor(
            String name,
            ClusterConnection cluster,
            Map<String, Object> configuration,
            BufferHandler handler,
            ServerConnectionLifeCycleListener listener,
            Executor failures,
            ScheduledExecutorService scheduled,
            Map<String, ProtocolManager> protocols,
            String threads,
            MetricsManager metrics) {
        GatedAcceptor.Parts parts = new GatedAcceptor.Parts(
                name, cluster, configuration, handler, listener, scheduled, failures, protocols, threads, metrics);
        return new GatedAcceptor(parts, this::gate, refusals);
    }

    private PacketGate gate(Who who, boolean isService) {
        Optional<Pace> pace = isService ? Optional.empty() : Optional.of(paces.of(who.name()));
        return new PacketGate(LONGEST_PACKET, pace, refusals, who);
    }

    @Override
    public void review() {
        ActiveMQServer running = server;
        if (running == null || acceptor == null) {
            return;
        }
        Predicate<X509Certificate> good = admission.now();
        for (RemotingConnection connection : running.getRemotingService().getConnections()) {
            Optional<BrokerUser> user = BrokerUser.of(connection).filter(known -> !known.isService());
            if (user.isPresent()
                    && BrokerUser.certificate(connection).filter(good).isEmpty()) {
                refusals.count(
                        RefusalKind.CERTIFICATE_ENDED,
                        Who.terminalNamed(user.get().name()),
                        "its connection was ended");
                connection.getTransportConnection().close();
            }
        }
    }

    @Override
    public int port() {
        return acceptor == null ? place.port() : acceptor.getActualPort();
    }

    @Override
    public void close() {
        ActiveMQServer running = server;
        server = null;
        acceptor = null;
        if (running != null) {
            try {
                running.stop();
            } catch (Exception e) {
                throw new IllegalStateException("the embedded broker did not stop", e);
            }
        }
    }

    private static Configuration configuration() {
        return new ConfigurationImpl()
                .setName("yici")
                .setPersistenceEnabled(false)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .setMaxDiskUsage(-1)
                .setGlobalMaxSize(MEMORY)
                // Cached grants go by the user name that a client sends, not by its certificate: no cache.
                .setAuthenticationCacheSize(0)
                .setAuthorizationCacheSize(0)
                // This user passes every check: nobody can know it.
                .setClusterUser("cluster-" + UUID.randomUUID())
                .setClusterPassword(UUID.randomUUID().toString())
                .setMqttSessionScanInterval(500)
                .setWildCardConfiguration(new WildcardConfiguration()
                        .setDelimiter('/')
                        .setAnyWords('#')
                        .setSingleWord('+'))
                .addAddressSetting(
                        "#",
                        new AddressSettings()
                                .setAutoCreateAddresses(true)
                                .setAutoCreateQueues(true)
                                .setAutoDeleteAddresses(true)
                                .setAutoDeleteAddressesDelay(FORGET_UNUSED_ADDRESS_MILLIS)
                                .setMaxSizeBytes(MEMORY_OF_ONE_ADDRESS)
                                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP));
    }

    private String address() {
        return "tcp://" + place.bind() + ":" + place.port()
                + "?protocols=MQTT;topicAliasMaximum=0;maximumPacketSize=" + LONGEST_PACKET
                + ";serverKeepAlive=60;defaultMqttSessionExpiryInterval=0;sslEnabled=true;needClientAuth=true"
                + ";enabledProtocols=TLSv1.3,TLSv1.2;keyStoreType=PKCS12;keyStorePath=" + keys.keyStore()
                + ";keyStorePassword=" + keys.password()
                + ";trustStoreType=PKCS12;trustStorePath=" + keys.trustStore()
                + ";trustStorePassword=" + keys.password();
    }
}
