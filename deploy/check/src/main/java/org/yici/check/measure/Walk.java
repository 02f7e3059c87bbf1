package org.yici.check.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.yici.check.Eye;
import org.yici.check.Text;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Unmet;
import tools.jackson.databind.JsonNode;

/**
 * A citizen's way to a certificate, gone again and again: the first time the letters on the screen are read, and how each screen looks
 * and where its buttons are is remembered; from then on screens are known by their pixels, which takes no time. One thread.
 */
final class Walk {
    static final String PERSON = "lin-zhixia";

    private static final String END = "退出";
    private static final Duration READING = Duration.ofSeconds(120);
    private static final long STILL_MS = 1500;
    /** One round of the idle screen's animation. */
    private static final long IDLE_MS = 6600;
    /** What lies there in the first 3 s after a reader was opened is a forgotten card. */
    private static final long FORGOTTEN_MS = 3600;
    /** Touches count 300 ms after a screen was shown. */
    private static final long DEAF_MS = 350;
    /** How long a finger rests on the glass. */
    private static final long TAP_MS = 60;

    /** A screen, what is read on it, and what is touched there to go on. */
    enum Step {
        IDLE("感应区", ""),
        GREETED("您好", "打证明"),
        OFFERS("您可以打印的证明", "参保证明"),
        CONSENT("同意", "同意"),
        PREVIEW("验证有效", "打印"),
        PRINTED("打印完成", "完成"),
        FAREWELL("再见", "");

        private final String sentence;
        private final String button;

        Step next() {
            return values()[ordinal() + 1];
        }

        Step(String sentence, String button) {
            this.sentence = sentence;
            this.button = button;
        }
    }

    private final Rig rig;
    private final Eye eye;
    private final Film film;
    private final Map<Step, Look> looks = new EnumMap<>(Step.class);
    private final Map<String, Text.Spot> buttons = new HashMap<>();
    private long idleSince = System.nanoTime();

    Walk(Rig rig, Eye eye, Film film) {
        this.rig = rig;
        this.eye = eye;
        this.film = film;
    }

    Film film() {
        return film;
    }

    Look look(Step step) {
        Look look = looks.get(step);
        if (look == null) {
            throw new IllegalStateException(step + " was not learnt");
        }
        return look;
    }

    // ---- the first time

    /** Learns the idle screen, the greeting, and the goodbye of somebody who leaves from there. */
    void learnToLeave() throws IOException, InterruptedException {
        learnThis(Step.IDLE);
        rig.bench().lay(PERSON);
        learnThis(Step.GREETED);
        touch(END);
        film.run(STILL_MS);
        film.cut();
        film.run(STILL_MS);
        looks.put(Step.FAREWELL, Look.of(film.shots()));
        Text text = eye.read(rig.bench().screen());
        if (!text.contains(Step.FAREWELL.sentence)) {
            throw new Unmet("no goodbye; it reads: " + text.all());
        }
        leave();
    }

    /** Learns the way from the greeting to the paper. */
    void learnToPrint() throws IOException, InterruptedException {
        bothReady();
        rig.bench().lay(PERSON);
        sees(Step.GREETED);
        for (Step step = Step.GREETED; step != Step.PRINTED; ) {
            touchOn(step);
            step = step.next();
            learnThis(step);
        }
        touchOn(Step.PRINTED);
        leave();
    }

    private void learnThis(Step step) throws IOException, InterruptedException {
        Text text = reads(step);
        film.look();
        film.cut();
        film.run(step == Step.IDLE ? IDLE_MS : STILL_MS);
        looks.put(step, Look.of(film.shots()));
        if (!step.button.isEmpty()) {
            buttons.put(step.button, spot(text, step.button));
        }
        if (step == Step.GREETED) {
            buttons.put(END, spot(text, END));
        }
    }

    private Text reads(Step step) throws IOException, InterruptedException {
        long until = System.nanoTime() + READING.toNanos();
        Text text;
        do {
            text = eye.read(rig.bench().screen());
            boolean has = text.contains(step.sentence) && (step.button.isEmpty() || text.contains(step.button));
            if (has) {
                return text;
            }
        } while (System.nanoTime() < until);
        throw new Unmet("not on the screen: " + step.sentence + "; it reads: " + text.all());
    }

    private static Text.Spot spot(Text text, String button) {
        return text.find(button).orElseThrow(() -> new Unmet("no button " + button + " in: " + text.all()));
    }

    // ---- again and again

    /** Waits for the screen of {@code step} and returns when it was first seen whole, as {@link System#nanoTime} has it. */
    long sees(Step step) {
        return sees(step, Duration.ofSeconds(60));
    }

    long sees(Step step, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        Look look = look(step);
        do {
            film.look();
            Film.Shot shot = film.shots().get(film.shots().size() - 1);
            if (look.is(shot.points())) {
                return shot.nanos();
            }
        } while (System.nanoTime() < until);
        throw new Unmet(step + " is not on the screen within " + within);
    }

    /** Touches what leads from {@code step} on, as soon as touches count there; returns when the finger was lifted, which is what counts. */
    long touchOn(Step step) throws IOException, InterruptedException {
        film.run(DEAF_MS);
        return touch(step.button);
    }

    /** Touches «退出并清除信息». */
    void end() throws IOException, InterruptedException {
        film.run(DEAF_MS);
        touch(END);
    }

    private long touch(String button) throws IOException, InterruptedException {
        Text.Spot spot = buttons.get(button);
        if (spot == null) {
            throw new IllegalStateException("where " + button + " is was not learnt");
        }
        rig.bench().finger(spot.x(), spot.y(), "down");
        film.run(TAP_MS);
        long lifted = System.nanoTime();
        rig.bench().finger(spot.x(), spot.y(), "up");
        return lifted;
    }

    /** Takes card and paper during the goodbye; returns when the next session is idle. */
    void leave() throws IOException, InterruptedException {
        if (rig.bench().cardLies()) {
            rig.bench().take();
        }
        rig.bench().takePaper();
        idleAgain();
    }

    /** Waits for the next session's idle screen. */
    void idleAgain() {
        sees(Step.IDLE, Duration.ofSeconds(90));
        idleSince = System.nanoTime();
    }

    /** Waits until both sessions are started, warm and on their places. */
    static void bothStand(Rig rig) throws IOException, InterruptedException {
        Rig.until(
                () -> {
                    JsonNode programs = rig.keeper().programs();
                    return programs.path("session-1").path("ready").asBoolean(false)
                            && programs.path("session-2").path("ready").asBoolean(false);
                },
                Duration.ofSeconds(90),
                () -> "the two sessions are not ready");
    }

    /** Waits until both sessions are there, and a card that is laid greets. */
    void bothReady() throws IOException, InterruptedException {
        bothStand(rig);
        sees(Step.IDLE);
        film.run(Math.max(0, FORGOTTEN_MS - (System.nanoTime() - idleSince) / 1_000_000));
    }
}
