package org.yici.check.faults;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.yici.check.rig.Glass;
import org.yici.check.rig.Journey.State;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Unmet;

/**
 * The session in front is killed, or hangs, at every moment of a journey. The next one has the screen and says what there is to say; an open
 * print is cancelled and asked after before anybody is served; the centre hears that a session was lost.
 */
final class SessionCells {
    private static final String[] OPEN = {"请把身份证放在感应区", "现在可以办理"};
    private static final String[] PERHAPS_PAPER = {"请带好证件和打印件", "出纸口可能有打印件，请查看"};

    private SessionCells() {}

    static List<Cell> all() {
        return Stream.of(
                        Arrays.stream(State.values())
                                .map(state -> cell(state, "KILL", "killed", state == State.PRINTING)),
                        Arrays.stream(State.values())
                                .map(state -> cell(state, "STOP", "hangs", state == State.PREVIEW)),
                        Stream.of(printerGoesOn(), printerDoesNotCount(), both(State.SENDING), both(State.PRINTING)))
                .flatMap(cells -> cells)
                .toList();
    }

    private static Cell cell(State state, String signal, String what, boolean quick) {
        return new Cell("session " + what, state.name(), quick, it -> {
            it.to(state);
            EventCount lost = new EventCount(it.rig(), "SESSION_LOST");
            String front = front(it);
            int starts = it.rig().keeper().starts(front);
            it.rig().keeper().signal(front, signal);
            if (state != State.PRINTING) {
                it.journey().letGo();
            }
            isAnother(it, front);
            it.says(screen(state));
            isEnded(it, front, starts);
            it.journey().letGo();
            it.journey().away();
            lost.is(1);
            books(it, state);
        });
    }

    /** What the next session shows first. */
    private static String[] screen(State state) {
        return switch (state) {
            case SENDING, PRINTING -> PERHAPS_PAPER;
            // The card still lies there; a reader that has read it does not find it again before it is lifted.
            case IDLE, GREETED, ASKING, OFFERS, CONSENT, ISSUING, PREVIEW, PRINTED, FAREWELL -> OPEN;
        };
    }

    /** The intent was kept and the printer knows of no job: uncertain. The job was cancelled and counts no sheet: failed. */
    private static void books(Course it, State state) {
        switch (state) {
            case IDLE, GREETED, ASKING, OFFERS, CONSENT -> {}
            case ISSUING, PREVIEW -> it.copy("-");
            case SENDING -> it.copy("UNCERTAIN");
            case PRINTING -> it.copy("FAILED");
            case PRINTED, FAREWELL -> it.copy("DELIVERED");
        }
    }

    /** The sheet is out before the next session asks: it is the citizen's, and counted. */
    private static Cell printerGoesOn() {
        return new Cell("session hangs", "PRINTING, and the sheet comes out", false, it -> {
            it.to(State.PRINTING);
            String front = front(it);
            int starts = it.rig().keeper().starts(front);
            it.rig().keeper().signal(front, "STOP");
            it.journey().letGo();
            isAnother(it, front);
            it.says(PERHAPS_PAPER);
            isEnded(it, front, starts);
            it.journey().away();
            it.copy("DELIVERED");
        });
    }

    private static Cell printerDoesNotCount() {
        return new Cell("session killed", "PRINTING, and the printer counts nothing", false, it -> {
            it.breaks("printer-count-absent").to(State.PRINTING);
            String front = front(it);
            it.rig().keeper().kill(front);
            isAnother(it, front);
            it.says(PERHAPS_PAPER);
            it.journey().letGo();
            it.mends("printer-count-absent").journey().away();
            it.copy("UNCERTAIN");
        });
    }

    /** Session and agent at the same instant. */
    private static Cell both(State state) {
        return new Cell("session and agent killed", state.name(), false, it -> {
            it.to(state);
            EventCount lost = new EventCount(it.rig(), "SESSION_LOST");
            String front = front(it);
            int starts = it.rig().keeper().starts("agent");
            it.rig().keeper().kill("agent");
            it.rig().keeper().kill(front);
            AgentCells.isBack(it, starts);
            it.says(state == State.SENDING ? OPEN : PERHAPS_PAPER);
            it.journey().letGo();
            it.journey().away();
            lost.is(1);
            it.copy(state == State.SENDING ? "-" : "FAILED");
        });
    }

    /** Until its watchdog has ended it, a hanging session keeps the reader: the next one has it for three seconds only then. */
    private static void isEnded(Course it, String former, int starts) throws IOException, InterruptedException {
        Rig.until(() -> it.rig().keeper().starts(former) > starts, Glass.PATIENCE, () -> former + " was not ended");
        it.rig().pad().begins();
    }

    private static String front(Course it) throws IOException, InterruptedException {
        return it.rig().glass().now().program().orElseThrow(() -> new Unmet("no session is in front"));
    }

    /** The session that stood by has the screen; the one before may still hang behind it. */
    private static void isAnother(Course it, String former) throws IOException, InterruptedException {
        it.rig()
                .glass()
                .looks(
                        sight -> sight.program()
                                .filter(now -> !now.equals(former))
                                .isPresent(),
                        "another session than " + former,
                        Glass.PATIENCE);
    }
}
