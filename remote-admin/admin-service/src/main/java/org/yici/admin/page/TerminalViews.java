package org.yici.admin.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yici.admin.certificate.CopyStore;
import org.yici.admin.entry.QuarantineList;
import org.yici.admin.entry.SessionEvents;
import org.yici.admin.health.Presence;
import org.yici.admin.health.StateStore;
import org.yici.admin.health.TerminalState;
import org.yici.admin.refusal.Refusals;
import org.yici.admin.terminal.Terminal;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.TerminalId;
import org.yici.base.Time;

/** Puts together what the pages show. */
final class TerminalViews {
    private static final int SESSIONS = 8;
    private static final int COPIES = 12;
    private static final int QUARANTINED = 20;

    private final TerminalStore terminals;
    private final StateStore states;
    private final SessionEvents events;
    private final CopyStore copies;
    private final QuarantineList quarantine;
    private final Refusals refusals;
    private final Time time;

    TerminalViews(
            TerminalStore terminals,
            StateStore states,
            SessionEvents events,
            CopyStore copies,
            QuarantineList quarantine,
            Refusals refusals,
            Time time) {
        this.terminals = terminals;
        this.states = states;
        this.events = events;
        this.copies = copies;
        this.quarantine = quarantine;
        this.refusals = refusals;
        this.time = time;
    }

    /** All terminals and how many of them are what. */
    record Overview(List<TerminalView> terminals, long online, long offline, long unknown) {}

    /** One terminal with all that its page shows. */
    record Page(
            TerminalView terminal,
            List<CopyView> copies,
            List<SessionView> sessions,
            List<Concern> concerns,
            List<RefusalView> refusals) {}

    /** Something that a person should look at. */
    public record Concern(String what, String why, String when) {}

    Overview overview() {
        Set<Integer> watches = states.liveWatches();
        ChinaTime now = new ChinaTime(time.now());
        List<TerminalView> views = terminals.all().stream()
                .map(terminal -> view(terminal, watches, now))
                .toList();
        return new Overview(
                views, count(views, Presence.ONLINE), count(views, Presence.OFFLINE), count(views, Presence.UNKNOWN));
    }

    private static long count(List<TerminalView> views, Presence presence) {
        return views.stream()
                .filter(view -> view.presence().equals(Words.presence(presence)))
                .count();
    }

    Optional<Page> page(TerminalId id) {
        ChinaTime now = new ChinaTime(time.now());
        return terminals
                .find(id)
                .map(terminal -> new Page(
                        view(terminal, states.liveWatches(), now),
                        copies.latest(id, COPIES).stream()
                                .map(copy -> CopyView.of(copy, now))
                                .toList(),
                        SessionView.of(events.ofLatestSessions(id, SESSIONS), now),
                        concerns(id, now),
                        refusals.of(id).stream()
                                .map(count -> RefusalView.of(count, now))
                                .toList()));
    }

    private TerminalView view(Terminal terminal, Set<Integer> watches, ChinaTime now) {
        Optional<TerminalState> state = states.find(terminal.id());
        return TerminalView.of(terminal, state, Presence.of(state, watches), now);
    }

    private List<Concern> concerns(TerminalId id, ChinaTime now) {
        Stream<Concern> revocation = terminals.notInForceSince(id, time.now()).stream()
                .map(since -> new Concern("旧证书尚未停用", "尚未确认消息服务器已拒绝这张证书，系统正在重试；如长时间未恢复，请检查消息服务器。", now.at(since)));
        Stream<Concern> entries = quarantine.of(id, QUARANTINED).stream()
                .map(item -> new Concern(
                        "记录 " + item.key() + (item.version() > 1 ? "（第 " + item.version() + " 版）" : ""),
                        Words.quarantine(item.reason()),
                        now.at(item.receivedAt())));
        return Stream.concat(revocation, entries).toList();
    }
}
