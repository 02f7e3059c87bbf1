package org.yici.admin.broker;

import java.time.Duration;
import java.util.Optional;
import org.yici.admin.refusal.RefusalKind;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.refusal.Who;
import org.yici.admin.throttle.Paces;
import org.yici.base.TerminalId;
import org.yici.contract.Topics;

/** Hands on what the line to the broker brings; blocks who floods, listens where he may not, or speaks an old protocol. */
final class LinkSession implements BrokerLink.WatchedSession {
    private static final int MQTT_5 = 5;
    /** A message counts once for every so many bytes begun. */
    private static final int BYTES_OF_ONE = 8 << 10;

    private final DynamicSecurity security;
    private final BrokerControl control;
    private final RevocationService revocations;
    private final InstanceShare share;
    private final Paces paces;
    private final Duration blockFor;
    private final Refusals refusals;

    /**
     * @param paces how much each terminal may send
     * @param blockFor how long who sends more is blocked
     */
    LinkSession(
            DynamicSecurity security,
            BrokerControl control,
            RevocationService revocations,
            InstanceShare share,
            Paces paces,
            Duration blockFor,
            Refusals refusals) {
        this.security = security;
        this.control = control;
        this.revocations = revocations;
        this.share = share;
        this.paces = paces;
        this.blockFor = blockFor;
        this.refusals = refusals;
    }

    @Override
    public void watching(int watch) {
        share.watching(watch);
    }

    @Override
    public void opened(Commands commands) {
        security.opened(commands);
        control.opened();
        revocations.opened();
    }

    @Override
    public void ended() {
        security.ended();
    }

    @Override
    public void answered(byte[] json) {
        security.answered(json);
    }

    @Override
    public void logged(String topic, String line) {
        BrokerLog.read(topic, line).ifPresent(this::handle);
    }

    private void handle(BrokerEvent event) {
        if (event instanceof BrokerEvent.Reloading) {
            revocations.reloading();
        } else if (event instanceof BrokerEvent.Refused refused) {
            refusals.count(refused.kind(), refused.who(), "");
        } else if (event instanceof BrokerEvent.Kicked kicked) {
            control.kicked(kicked.terminal());
        } else if (event instanceof BrokerEvent.Connected connected && connected.protocol() < MQTT_5) {
            refusals.count(RefusalKind.OLD_PROTOCOL, Who.terminal(connected.terminal()), "");
            control.block(connected.terminal(), BlockReason.OLD_PROTOCOL, blockFor);
        } else if (event instanceof BrokerEvent.Subscribed subscribed) {
            subscribed(subscribed.terminal(), subscribed.filter());
        }
    }

    private void subscribed(TerminalId terminal, String filter) {
        SubscriptionRule.broken(terminal, filter).ifPresent(kind -> {
            refusals.count(kind, Who.terminal(terminal), SubscriptionRule.words(terminal, filter));
            control.block(terminal, BlockReason.FOREIGN_SUBSCRIPTION, blockFor);
        });
    }

    @Override
    public boolean admits(String topic, int length) {
        Optional<TerminalId> sender = Topics.parseOut(topic).map(Topics.Out::terminal);
        if (sender.isEmpty()) {
            // The inbox counts it.
            return true;
        }
        return share.isOurs(sender.get()) && isInTime(sender.get(), length);
    }

    private boolean isInTime(TerminalId sender, int length) {
        boolean inTime = paces.of(sender.value()).passes(1 + length / BYTES_OF_ONE);
        if (!inTime) {
            refusals.count(RefusalKind.MESSAGE_TOO_FAST, Who.terminal(sender), "");
            control.block(sender, BlockReason.FLOOD, blockFor);
        }
        return inTime;
    }
}
