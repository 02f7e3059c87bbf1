package org.yici.admin.broker;

import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** Starts the embedded broker, if there is one, and then the line to the broker; stops them in reverse. */
public final class BrokerLifecycle implements SmartLifecycle {
    private final Optional<EmbeddedBroker> embedded;
    private final BrokerLink link;
    private volatile boolean running;

    BrokerLifecycle(Optional<EmbeddedBroker> embedded, BrokerLink link) {
        this.embedded = embedded;
        this.link = link;
    }

    /** Whether terminals can be heard now. */
    public boolean isListening() {
        return link.isListening();
    }

    /** The embedded broker; empty if an external one is configured. */
    public Optional<EmbeddedBroker> embedded() {
        return embedded;
    }

    @Override
    public void start() {
        try {
            if (embedded.isPresent()) {
                embedded.get().start();
            }
        } catch (EmbeddedBroker.BrokerException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        link.start();
        running = true;
    }

    @Override
    public void stop() {
        link.close();
        embedded.ifPresent(EmbeddedBroker::close);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
