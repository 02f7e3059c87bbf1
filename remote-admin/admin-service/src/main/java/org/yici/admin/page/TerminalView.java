package org.yici.admin.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yici.admin.health.Presence;
import org.yici.admin.health.TerminalState;
import org.yici.admin.terminal.Terminal;
import org.yici.contract.message.Health;

/**
 * A terminal as a page shows it.
 *
 * @param presence 在线, 离线 or 未知
 * @param tone the class of its colour
 * @param sentence since when, or why nothing is known
 * @param revoked since when its certificate is revoked; empty if it is not
 * @param stale whether what is shown of devices and session is not of now
 */
public record TerminalView(
        String id,
        String name,
        String presence,
        String tone,
        String sentence,
        boolean stale,
        String heard,
        String heardAgo,
        String software,
        String safeModule,
        String enrolled,
        String session,
        String outbox,
        String revoked,
        List<DeviceView> devices) {

    static TerminalView of(Terminal terminal, Optional<TerminalState> state, Presence presence, ChinaTime time) {
        Optional<Health.Condition> condition = state.flatMap(TerminalState::condition);
        boolean stale = presence != Presence.ONLINE;
        return new TerminalView(
                terminal.id().value(),
                terminal.name(),
                Words.presence(presence),
                presence.name().toLowerCase(Locale.ROOT),
                sentence(state, presence, time),
                stale,
                state.map(heard -> time.at(heard.heardAt())).orElse(""),
                state.map(heard -> time.ago(heard.heardAt())).orElse("从未"),
                state.flatMap(TerminalState::software).orElse("—"),
                terminal.safeModule(),
                time.at(terminal.enrolledAt()),
                stale ? "—" : condition.map(now -> Words.session(now.session())).orElse("—"),
                stale ? "—" : condition.map(now -> now.outboxRows() + " 条").orElse("—"),
                terminal.revokedAt().map(time::at).orElse(""),
                condition
                        .map(now -> now.devices().stream()
                                .map(device -> DeviceView.of(device, terminal.safeModule()))
                                .toList())
                        .orElse(List.of()));
    }

    private static String sentence(Optional<TerminalState> state, Presence presence, ChinaTime time) {
        return switch (presence) {
            case ONLINE -> state.map(heard -> time.at(heard.since()) + " 起").orElse("");
            case OFFLINE ->
                state.map(heard -> time.at(heard.since()) + " 起" + (heard.clean() ? "（正常停机）" : "（连接中断）"))
                        .orElse("");
            case UNKNOWN -> state.isPresent() ? "服务中断过，等待终端报告" : "登记后尚未连接";
        };
    }
}
