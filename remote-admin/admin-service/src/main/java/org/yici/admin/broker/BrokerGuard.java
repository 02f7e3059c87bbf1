package org.yici.admin.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.base.TerminalId;
import org.yici.contract.Topics;

/**
 * Sees each packet before the broker acts on it and closes the connection of a terminal that sends what the broker itself does not
 * stop in time: above all a SUBSCRIBE to the service's shared subscription, which Artemis 2.55 refuses but first deletes.
 */
final class BrokerGuard implements MQTTInterceptor {
    /** Longest packet: sealed content of 256 KiB in base64, and what is around it. */
    static final int LONGEST_PACKET = 512 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(BrokerGuard.class);

    private final EmbeddedBroker.Admission admission;

    BrokerGuard(EmbeddedBroker.Admission admission) {
        this.admission = admission;
    }

    /** False closes the connection. */
    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        Optional<BrokerUser> user = BrokerUser.of(connection);
        boolean good = user.isPresent() && (user.get().isService() || passes(packet, user.get(), connection));
        if (!good) {
            LOG.warn(
                    "Connection of \"{}\" closed at {}",
                    user.map(BrokerUser::name).orElse("nobody known"),
                    packet.fixedHeader() == null
                            ? "a damaged packet"
                            : packet.fixedHeader().messageType());
        }
        return good;
    }

    private boolean passes(MqttMessage packet, BrokerUser user, RemotingConnection connection) {
        if (packet instanceof MqttConnectMessage connect) {
            return mayConnect(connect, user) && isAdmitted(connection);
        }
        if (packet instanceof MqttSubscribeMessage subscribe) {
            return subscribe.payload().topicSubscriptions().stream()
                    .noneMatch(subscription -> isInternal(subscription.topicFilter()));
        }
        if (packet instanceof MqttPublishMessage publish) {
            // A retained message would stay in the broker's memory for good.
            return !publish.fixedHeader().isRetain()
                    && !isInternal(publish.variableHeader().topicName());
        }
        return true;
    }

    private static boolean mayConnect(MqttConnectMessage connect, BrokerUser user) {
        boolean hasWill = connect.variableHeader().isWillFlag();
        return !connect.variableHeader().hasUserName()
                && !connect.variableHeader().isWillRetain()
                && (!hasWill
                        || Topics.out(new TerminalId(user.name()), Topics.DEATH)
                                .equals(connect.payload().willTopic()));
    }

    private boolean isAdmitted(RemotingConnection connection) {
        return BrokerUser.certificate(connection).filter(admission::admits).isPresent();
    }

    /** Shared subscriptions, the broker's own addresses, and queues by name. */
    private static boolean isInternal(String topic) {
        return topic == null || topic.startsWith("$") || topic.contains("::");
    }
}
