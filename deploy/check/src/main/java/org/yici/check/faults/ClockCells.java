package org.yici.check.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yici.check.rig.Journey.State;
import org.yici.check.rig.Unmet;

/**
 * The terminal's clock jumps, in mid-journey or before its programs start. Time-outs and the pass do not move, and what goes on record has
 * the right time wherever the centre could say it.
 */
final class ClockCells {
    private static final String[] OPEN = {"请把身份证放在感应区", "现在可以办理"};
    private static final String[] UNPROVEN = {"本机与业务系统的安全连接异常，暂停办理。", "请到其他自助终端或人工窗口办理。", "代码 C04"};
    private static final String YEAR_2099 = "@2099-01-01 00:00:00";

    /** As {@code faketime} understands them. */
    private static final List<Map.Entry<String, String>> CLOCKS = List.of(
            Map.entry("one day ahead", "+86400"),
            Map.entry("one day behind", "-86400"),
            Map.entry("1970", "@1970-01-02 00:00:00"),
            Map.entry("2099", YEAR_2099));

    private ClockCells() {}

    static List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        for (Map.Entry<String, String> clock : CLOCKS) {
            for (State state : List.of(State.IDLE, State.GREETED, State.CONSENT, State.PREVIEW, State.PRINTING)) {
                cells.add(jumps(clock, state));
            }
            cells.add(clock.getValue().equals(YEAR_2099) ? startsBeyondTheCertificate(clock) : starts(clock));
        }
        return cells;
    }

    private static Cell jumps(Map.Entry<String, String> clock, State state) {
        boolean quick = state == State.GREETED && clock.getValue().equals("+86400");
        return new Cell("clock", clock.getKey() + " · jumps in " + state, quick, it -> {
            int wrong = eventsOfAnotherDay(it);
            it.to(state).clock(clock.getValue()).says(state.sentences()).getsThePaper(OPEN);
            outcomeHasTheRightTime(it);
            if (eventsOfAnotherDay(it) > wrong) {
                throw new Unmet("events are told with the wrong time");
            }
        });
    }

    /** Before the first word of the centre events bear the machine's time. Held back by the last time that the centre said, or put right by its first word. */
    private static Cell starts(Map.Entry<String, String> clock) {
        return new Cell("clock", clock.getKey() + " · at the start", false, it -> {
            startsAt(it, clock.getValue());
            it.says(OPEN).getsThePaper(OPEN);
            outcomeHasTheRightTime(it);
        });
    }

    private static Cell startsBeyondTheCertificate(Map.Entry<String, String> clock) {
        return new Cell("clock", clock.getKey() + " · at the start", false, it -> {
            startsAt(it, clock.getValue());
            it.says(UNPROVEN).clock("+0").says(OPEN);
        });
    }

    private static void startsAt(Course it, String clock) throws IOException, InterruptedException {
        it.holds("agent").clock(clock);
        for (String session : List.of("session-1", "session-2")) {
            it.holds(session);
        }
        it.releases("agent").releases("session-1").releases("session-2");
    }

    private static int eventsOfAnotherDay(Course it) throws IOException, InterruptedException {
        return Integer.parseInt(it.rig()
                .rows()
                .ask("SELECT count(*) FROM session_event WHERE abs(extract(epoch FROM now() - at)) > 43200"));
    }

    /** What was told of the last print lies within ten minutes of the centre's own clock. */
    private static void outcomeHasTheRightTime(Course it) throws IOException, InterruptedException {
        it.rig()
                .rows()
                .until(
                        "SELECT coalesce(outcome, '-') FROM certificate_copy ORDER BY issued_at DESC LIMIT 1",
                        "DELIVERED"::equals,
                        120);
        String off = it.rig()
                .rows()
                .ask("SELECT round(abs(extract(epoch FROM now() - outcome_at))) FROM certificate_copy"
                        + " ORDER BY issued_at DESC LIMIT 1");
        if (Integer.parseInt(off) > 600) {
            throw new Unmet("the outcome's time is off by " + off + " s");
        }
    }
}
