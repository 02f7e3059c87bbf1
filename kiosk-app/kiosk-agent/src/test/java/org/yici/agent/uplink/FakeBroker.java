package org.yici.agent.uplink;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yici.agent.broker.Broker;
import org.yici.agent.broker.BrokerConnection;
import org.yici.agent.broker.BrokerListener;
import org.yici.agent.broker.BrokerRefusedException;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.message.EntryMessage;

/** A broker in memory, of one thread, that is as unkind as it is told to be. */
final class FakeBroker implements Broker {
    private final List<Connection> connections = new ArrayList<>();
    boolean reachable = true;
    int refusal;
    Duration unanswered = Duration.ZERO;
    long longestPacket = 1 << 20;
    int capacity = Integer.MAX_VALUE;

    @Override
    public BrokerConnection connect(Will will, String filter, BrokerListener listener) throws IOException {
        if (!reachable) {
            throw new IOException("no broker");
        }
        if (refusal != 0) {
            throw new BrokerRefusedException("refused", refusal, new IOException("CONNACK"));
        }
        Connection connection = new Connection(will, filter, listener);
        connections.add(connection);
        return connection;
    }

    int connects() {
        return connections.size();
    }

    Connection last() {
        return connections.get(connections.size() - 1);
    }

    /** One connection and all that was said on it. */
    final class Connection implements BrokerConnection {
        final Will will;
        final String filter;
        final BrokerListener listener;
        final List<String> topics = new ArrayList<>();
        final List<byte[]> messages = new ArrayList<>();
        boolean cut;
        Optional<String> endedWith = Optional.empty();

        Connection(Will will, String filter, BrokerListener listener) {
            this.will = will;
            this.filter = filter;
            this.listener = listener;
        }

        @Override
        public boolean offer(String topic, byte[] message) {
            if (topics.size() >= capacity) {
                return false;
            }
            topics.add(topic);
            messages.add(message);
            return true;
        }

        @Override
        public long longestPacket() {
            return longestPacket;
        }

        @Override
        public Duration unanswered() {
            return unanswered;
        }

        @Override
        public void end(String topic, byte[] lastMessage, Duration patience) {
            endedWith = Optional.of(topic);
            messages.add(lastMessage);
        }

        @Override
        public void cut() {
            cut = true;
        }

        List<EntryMessage> entries() throws MalformedMessageException {
            List<EntryMessage> entries = new ArrayList<>();
            for (int i = 0; i < topics.size(); i++) {
                if (topics.get(i).endsWith("/entry")) {
                    entries.add(Json.read(messages.get(i), EntryMessage.class));
                }
            }
            return entries;
        }

        long count(String leaf) {
            return topics.stream().filter(topic -> topic.endsWith("/" + leaf)).count();
        }
    }
}
