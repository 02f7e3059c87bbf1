package org.yici.admin.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yici.contract.entry.SessionEvent;

/**
 * A session as a page shows it: what happened, one line each.
 *
 * @param name the last characters of its random id, or what stands for the agent's own events
 * @param tone the class of the colour of the worst that happened
 */
public record SessionView(String name, String from, String length, String tone, List<Line> lines) {
    private static final int SHORT_NAME = 8;

    /** One event. */
    public record Line(String time, String word, String tone, List<String> numbers) {}

    public SessionView {
        lines = List.copyOf(lines);
    }

    /** Groups events, which come in order of time, by session; the session with the latest event first. */
    static List<SessionView> of(List<SessionEvent> events, ChinaTime time) {
        Map<String, List<SessionEvent>> bySession = new LinkedHashMap<>();
        for (SessionEvent event : events) {
            List<SessionEvent> session = bySession.remove(event.session());
            List<SessionEvent> grown = session == null ? new ArrayList<>() : session;
            grown.add(event);
            // Put in again at the end: the map's order is that of the sessions' latest events.
            bySession.put(event.session(), grown);
        }
        List<SessionView> views = new ArrayList<>();
        bySession.forEach((session, ofSession) -> views.add(view(session, ofSession, time)));
        Collections.reverse(views);
        return views;
    }

    private static SessionView view(String session, List<SessionEvent> events, ChinaTime time) {
        SessionEvent first = events.get(0);
        SessionEvent last = events.get(events.size() - 1);
        String worst = events.stream()
                .map(SessionEvent::level)
                .max(Enum::compareTo)
                .map(SessionView::tone)
                .orElse("plain");
        return new SessionView(
                session.equals(SessionEvent.AGENT)
                        ? "终端程序"
                        : "会话 " + session.substring(Math.max(0, session.length() - SHORT_NAME)),
                time.at(first.at()),
                ChinaTime.span(Duration.between(first.at(), last.at())),
                worst,
                events.stream().map(SessionView::line).toList());
    }

    private static Line line(SessionEvent event) {
        return new Line(
                ChinaTime.clock(event.at()),
                Words.event(event.code()),
                tone(event.level()),
                EventNumbers.words(event.numbers()));
    }

    private static String tone(SessionEvent.Level level) {
        return switch (level) {
            case INFO -> "plain";
            case WARNING -> "warning";
            case ERROR -> "bad";
        };
    }
}
