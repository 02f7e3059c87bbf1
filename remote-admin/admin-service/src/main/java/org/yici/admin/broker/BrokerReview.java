package org.yici.admin.broker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Has the embedded broker look, every few seconds, whether those who are connected still may be. */
final class BrokerReview {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerReview.class);

    private final BrokerLifecycle broker;

    BrokerReview(BrokerLifecycle broker) {
        this.broker = broker;
    }

    @Scheduled(fixedDelay = 5_000)
    void review() {
        try {
            broker.embedded().ifPresent(EmbeddedBroker::review);
        } catch (DataAccessException e) {
            LOG.warn("Connections could not be looked at: {}", e.getClass().getSimpleName());
        }
    }
}
