package org.yici.admin.holder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.yici.admin.platform.CopyOrder;
import org.yici.admin.platform.Issue;
import org.yici.admin.platform.NumberedCopy;
import org.yici.admin.platform.Platform;
import org.yici.admin.platform.PlatformException;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.Offers.Offer;

/**
 * A platform that mixes two people up now and then, when two ask at once: each gets what was issued to the other, sealed and in itself in
 * order. So it happened at municipal kiosks in 2023.
 */
final class MixingPlatform implements Platform {
    /** Long enough for a second request under way, short enough for a request without one. */
    private static final long TOGETHER_MILLIS = 3000;

    private final Platform platform;
    private final Exchanger<Issue> exchange;
    private final Map<String, Boolean> mixed;
    private final AtomicInteger orders = new AtomicInteger();

    private MixingPlatform(Platform platform, Exchanger<Issue> exchange, Map<String, Boolean> mixed) {
        this.platform = platform;
        this.exchange = exchange;
        this.mixed = mixed;
    }

    /** Whom it mixed up, over all instances: the copies' names. */
    static final class Mix {
        private final Exchanger<Issue> exchange = new Exchanger<>();
        private final Map<String, Boolean> mixed = new ConcurrentHashMap<>();

        /** Stands in the place of an instance's platform. */
        BeanPostProcessor inThePlaceOfThePlatform() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof Platform platform ? new MixingPlatform(platform, exchange, mixed) : bean;
                }
            };
        }

        Set<String> copies() {
            return mixed.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    @Override
    public List<Offer> offers(Citizen citizen) throws PlatformException {
        return platform.offers(citizen);
    }

    @Override
    public Optional<NumberedCopy> find(String copyId) throws PlatformException {
        return platform.find(copyId);
    }

    @Override
    public Issue issue(CopyOrder order) throws PlatformException {
        Issue own = platform.issue(order);
        mixed.put(order.copyId(), false);
        if (!(own instanceof Issue.Issued) || orders.getAndIncrement() % 2 == 0) {
            return own;
        }
        try {
            Issue others = exchange.exchange(own, TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
            mixed.put(order.copyId(), true);
            return others;
        } catch (TimeoutException e) {
            return own;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return own;
        }
    }
}
