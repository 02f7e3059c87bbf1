package org.yici.check.rig;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One citizen who comes for a certificate. Brings the terminal from idle to any moment of the journey and keeps it there, so that
 * something can happen to it; {@link #letGo} lets it go on. Needs a demo with its onlooker. One thread.
 */
public final class Journey {
    /** The moments, in their order. */
    public enum State {
        /** Nobody is here. */
        IDLE("请把身份证放在感应区"),
        /** Greeted by masked name. */
        GREETED("您好", "请选择要办理的事项"),
        /** The centre is asked for offers and does not answer: the line to the service is stalled. */
        ASKING("正在查询您可以打印的证明"),
        /** The offers are on the screen. */
        OFFERS("您可以打印的证明", "参保证明"),
        /** Consent is asked for. */
        CONSENT("办理须知"),
        /** The centre is asked for a copy and does not answer: the line to the service is stalled. */
        ISSUING("正在为您开具证明"),
        /** The sealed copy is on the screen. */
        PREVIEW("电子印章", "验证有效"),
        /** The agent is asked to keep the intent and does not answer: it is stopped. It has 10 s until the session gives up. */
        SENDING("正在发送到打印机"),
        /** The printer has the job, and nothing comes out yet: it is made to wait. */
        PRINTING("正在打印"),
        /** It is done. */
        PRINTED("打印完成"),
        /** Goodbye is said, for 8 s. */
        FAREWELL("感谢使用，再见");

        private final String[] sentences;

        State(String... sentences) {
            this.sentences = sentences;
        }

        /** What is on the screen then. */
        public String[] sentences() {
            return sentences.clone();
        }
    }

    /** Somebody of the bench's stack who can have a certificate of one page. */
    public static final String PERSON = "lin-zhixia";

    private static final String PRINTER_WAITS = "printer-never-ends";
    private static final String SERVICE_STALLS = "service-stalled";
    private static final Duration CENTRE = Duration.ofSeconds(60);
    /** Goodbye is said for 8 s, perhaps paper for 20 s before the next session is idle. */
    private static final Duration ENDS = Duration.ofSeconds(120);

    private final Rig rig;
    private final String person;
    private State at = State.IDLE;
    private boolean agentStopped;

    public Journey(Rig rig) {
        this(rig, PERSON);
    }

    public Journey(Rig rig, String person) {
        this.rig = rig;
        this.person = person;
    }

    public State at() {
        return at;
    }

    /** The citizen came here by another way than {@link #to}. */
    public void stands(State now) throws IOException, InterruptedException {
        rig.glass().sees(now.sentences());
        at = now;
    }

    /** Goes on until {@code wanted} is on the screen, and holds the terminal there where it would not stay by itself. */
    public void to(State wanted) throws IOException, InterruptedException {
        if (at.compareTo(State.IDLE) == 0) {
            rig.glass().sees(State.IDLE.sentences());
        }
        while (at.compareTo(wanted) < 0) {
            State next = State.values()[at.ordinal() + 1];
            if (!passesBy(next, wanted)) {
                go(next, next == wanted);
            }
            at = next;
        }
    }

    /** Moments that need something to hold are left out on the way. */
    private static boolean passesBy(State next, State wanted) {
        boolean held = next == State.ASKING || next == State.ISSUING || next == State.SENDING;
        return held && next != wanted;
    }

    private void go(State next, boolean stay) throws IOException, InterruptedException {
        switch (next) {
            case IDLE -> {}
            case GREETED -> rig.pad().lay(person);
            case ASKING, ISSUING -> {
                rig.bench().turn(SERVICE_STALLS, true);
                touch(next);
            }
            case OFFERS -> fromHeld(State.ASKING, next);
            case PREVIEW -> fromHeld(State.ISSUING, next);
            case CONSENT -> rig.glass().touches("社会保险个人参保证明");
            case SENDING -> {
                rig.keeper().signal("agent", "STOP");
                agentStopped = true;
                touch(next);
            }
            case PRINTING -> {
                rig.bench().turn(PRINTER_WAITS, stay);
                fromHeld(State.SENDING, next);
            }
            case PRINTED -> rig.bench().turn(PRINTER_WAITS, false);
            case FAREWELL -> rig.glass().touches("完成");
        }
        rig.glass().sees(CENTRE, next.sentences());
        if (next == State.PRINTING && stay) {
            Rig.until(this::printerHasTheJob, CENTRE, () -> "the printer has no job");
        }
    }

    /** The screen says that it prints a moment before the printer hears of it. */
    private boolean printerHasTheJob() throws IOException, InterruptedException {
        return rig.bench().state().path("printer").path("state").asString("").equals("processing");
    }

    /** Lets go of what the moment before was held with, or does what leads past it. */
    private void fromHeld(State before, State next) throws IOException, InterruptedException {
        if (at == before && isHeld()) {
            letGo();
        } else {
            touch(next);
        }
    }

    private boolean isHeld() throws IOException, InterruptedException {
        return agentStopped
                || rig.bench().state().path("switches").path(SERVICE_STALLS).asBoolean(false);
    }

    private void touch(State next) throws IOException, InterruptedException {
        switch (next) {
            case ASKING, OFFERS -> rig.glass().touches("打证明");
            case ISSUING, PREVIEW -> rig.glass().touches("同意并继续");
            default -> rig.glass().touches("打印");
        }
    }

    /** Mends everything that holds the terminal where it is. */
    public void letGo() throws IOException, InterruptedException {
        rig.bench().turn(SERVICE_STALLS, false);
        rig.bench().turn(PRINTER_WAITS, false);
        if (agentStopped) {
            agentStopped = false;
            rig.keeper().signal("agent", "CONT");
        }
    }

    /** Goes to the end: the paper in the tray, the thanks, the card and the paper taken, and the next session idle. */
    public void toItsEnd() throws IOException, InterruptedException {
        letGo();
        to(State.FAREWELL);
        away();
    }

    /** The citizen takes card and paper and goes; the terminal is idle again and can do all that it does. */
    public void away() throws IOException, InterruptedException {
        awayTo(State.IDLE.sentences()[0], "现在可以办理");
    }

    /** The citizen takes card and paper and goes; then this is on the screen. */
    public void awayTo(String... sentences) throws IOException, InterruptedException {
        if (rig.bench().cardLies()) {
            rig.bench().take();
        }
        rig.bench().takePaper();
        rig.glass().sees(ENDS, sentences);
        rig.pad().isRipe();
        at = State.IDLE;
    }

    /** The job of this citizen's certificate, if the printer got one: the newest that it knows. */
    public Optional<String> job() throws IOException, InterruptedException {
        return Optional.of(rig.bench()
                        .state()
                        .path("printer")
                        .path("job")
                        .path("name")
                        .asString(""))
                .filter(name -> !name.isEmpty());
    }
}
