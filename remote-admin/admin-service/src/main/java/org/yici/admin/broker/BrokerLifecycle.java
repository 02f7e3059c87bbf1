package org.yici.admin.broker;

import org.springframework.context.SmartLifecycle;

/** Starts the line to the broker and what depends on it; stops them in reverse. */
public final class BrokerLifecycle implements SmartLifecycle {
    private final BrokerLink link;
    private final BrokerControl control;
    private final RevocationService revocations;
    private volatile boolean running;

    BrokerLifecycle(BrokerLink link, BrokerControl control, RevocationService revocations) {
        this.link = link;
        this.control = control;
        this.revocations = revocations;
    }

    /** Whether terminals can be heard now. */
    public boolean isListening() {
        return link.isListening();
    }

    @Override
    public void start() {
        control.start();
        revocations.start();
        link.start();
        running = true;
    }

    @Override
    public void stop() {
        link.close();
        revocations.close();
        control.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
