package org.yici.admin.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.base.TerminalId;
import org.yici.contract.Topics;

/**
 * Sees each packet before the broker acts on it, counts what will be refused, and closes the connection of a terminal that sends what
 * the broker itself does not stop in time: above all a SUBSCRIBE to the service's shared subscription, which Artemis 2.55 refuses but
 * first deletes.
 */
final class BrokerGuard implements MQTTInterceptor {
    private final EmbeddedBroker.Admission admission;
    private final Refusals refusals;

    BrokerGuard(EmbeddedBroker.Admission admission, Refusals refusals) {
        this.admission = admission;
        this.refusals = refusals;
    }

    /** False closes the connection. */
    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        Optional<BrokerUser> user = BrokerUser.of(connection);
        if (user.isEmpty()) {
            refusals.count(RefusalKind.FOREIGN_CERTIFICATE, Who.NOBODY, "its name is no terminal's");
            return false;
        }
        return user.get().isService() || passes(packet, user.get(), connection);
    }

    private boolean passes(MqttMessage packet, BrokerUser user, RemotingConnection connection) {
        if (packet instanceof MqttConnectMessage connect) {
            return passes(refusal(connect, user, connection), user, "");
        }
        if (packet instanceof MqttSubscribeMessage subscribe) {
            return subscribe.payload().topicSubscriptions().stream()
                    .map(MqttTopicSubscription::topicFilter)
                    .allMatch(filter -> passes(refusal(filter, user), user, TopicWords.of(filter, user)));
        }
        if (packet instanceof MqttPublishMessage publish) {
            String topic = publish.variableHeader().topicName();
            return passes(refusal(publish, topic, user), user, TopicWords.of(topic, user));
        }
        return true;
    }

    private boolean passes(Optional<RefusalKind> refusal, BrokerUser user, String fact) {
        refusal.ifPresent(kind -> refusals.count(kind, Who.terminalNamed(user.name()), fact));
        return refusal.filter(BrokerGuard::isLeftToTheBroker).isPresent() || refusal.isEmpty();
    }

    /** These the broker answers with a reason code of their own, and nothing else happens. */
    private static boolean isLeftToTheBroker(RefusalKind kind) {
        return kind == RefusalKind.FOREIGN_PUBLISH || kind == RefusalKind.FOREIGN_SUBSCRIBE;
    }

    private Optional<RefusalKind> refusal(MqttConnectMessage connect, BrokerUser user, RemotingConnection connection) {
        if (BrokerUser.certificate(connection).filter(admission::admits).isEmpty()) {
            return Optional.of(RefusalKind.CERTIFICATE_ENDED);
        }
        if (!user.mayBeCalled(connect.payload().clientIdentifier())) {
            return Optional.of(RefusalKind.OTHER_CLIENT_ID);
        }
        if (connect.variableHeader().hasUserName()) {
            return Optional.of(RefusalKind.USER_NAME);
        }
        boolean ownWill = Topics.out(new TerminalId(user.name()), Topics.DEATH)
                        .equals(connect.payload().willTopic())
                && !connect.variableHeader().isWillRetain();
        return connect.variableHeader().isWillFlag() && !ownWill
                ? Optional.of(RefusalKind.FOREIGN_WILL)
                : Optional.empty();
    }

    private static Optional<RefusalKind> refusal(String filter, BrokerUser user) {
        if (isInternal(filter)) {
            return Optional.of(
                    filter.startsWith("$share/") ? RefusalKind.SHARED_SUBSCRIPTION : RefusalKind.INTERNAL_ADDRESS);
        }
        return user.maySubscribe(filter) ? Optional.empty() : Optional.of(RefusalKind.FOREIGN_SUBSCRIBE);
    }

    private static Optional<RefusalKind> refusal(MqttPublishMessage publish, String topic, BrokerUser user) {
        if (isInternal(topic)) {
            return Optional.of(RefusalKind.INTERNAL_ADDRESS);
        }
        if (publish.fixedHeader().isRetain()) {
            // A retained message would stay in the broker's memory for good.
            return Optional.of(RefusalKind.RETAINED);
        }
        return user.mayPublish(topic) ? Optional.empty() : Optional.of(RefusalKind.FOREIGN_PUBLISH);
    }

    /** Shared subscriptions, the broker's own addresses, and queues by name. */
    private static boolean isInternal(String topic) {
        return topic.startsWith("$") || topic.contains("::");
    }
}
