package org.yici.check.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.yici.check.rig.Glass;
import org.yici.check.rig.Journey.State;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Unmet;
import tools.jackson.databind.JsonNode;

/**
 * The agent is killed, hangs, or stays away at every moment of a journey. Killed, it is back before the session in mid-journey gives up, and
 * the journey goes on; hanging, it is ended by its watchdog after 15 s; away for longer than 10 s, the session says so and ends. What was
 * kept is at the centre once.
 */
final class AgentCells {
    private static final String[] OPEN = {"请把身份证放在感应区", "现在可以办理"};
    private static final String[] AGENT_GONE = {"本机正在恢复，请稍候", "已保存的内容不会丢失，请稍后重新办理。", "代码 K01"};
    private static final String[] PERHAPS_PAPER = {"请带好证件和打印件", "出纸口可能有打印件，请查看"};
    private static final String LAST_OUTCOME =
            "SELECT coalesce(outcome, '-') FROM certificate_copy ORDER BY issued_at DESC LIMIT 1";
    private static final Duration RESTART = Duration.ofSeconds(120);

    private AgentCells() {}

    static List<Cell> all() {
        return Stream.of(
                        Arrays.stream(State.values()).map(AgentCells::killed),
                        Arrays.stream(State.values()).map(AgentCells::hangs),
                        Stream.of(State.IDLE, State.GREETED, State.ASKING, State.CONSENT, State.ISSUING, State.PREVIEW)
                                .map(AgentCells::away),
                        Stream.of(awayWhileSending(), awayWhilePrinting(), awayAtTheEnd(), lineDownAtTheEnd()))
                .flatMap(cells -> cells)
                .toList();
    }

    /** A fresh agent is ready. */
    static void isBack(Course it, int startsBefore) throws IOException, InterruptedException {
        Rig.until(
                () -> {
                    JsonNode agent = it.rig().keeper().programs().path("agent");
                    return agent.path("starts").asInt() > startsBefore
                            && agent.path("ready").asBoolean();
                },
                RESTART,
                () -> "the agent was not started again");
    }

    private static Cell killed(State state) {
        return new Cell("agent killed", state.name(), state == State.SENDING, it -> {
            it.to(state);
            EventCount lost = new EventCount(it.rig(), "SESSION_LOST");
            int starts = it.rig().keeper().starts("agent");
            it.rig().keeper().kill("agent");
            // The centre's answer is not waited for longer than 15 s; the agent may take as long to start.
            it.to(pastTheCentre(state));
            isBack(it, starts);
            switch (state) {
                case IDLE -> it.says(OPEN);
                case FAREWELL -> {
                    it.says("感谢使用，再见").journey().awayTo(OPEN);
                    it.copy("DELIVERED");
                }
                case SENDING -> {
                    // Said again by key to the fresh agent, which knows nothing of it.
                    it.journey().letGo();
                    it.journey().stands(State.PRINTED);
                    it.getsThePaper(OPEN);
                }
                default -> it.says(pastTheCentre(state).sentences()).getsThePaper(OPEN);
            }
            if (state != State.IDLE && state != State.FAREWELL) {
                lost.is(0);
            }
        });
    }

    private static State pastTheCentre(State state) {
        return switch (state) {
            case ASKING -> State.OFFERS;
            case ISSUING -> State.PREVIEW;
            default -> state;
        };
    }

    private static Cell hangs(State state) {
        return new Cell("agent hangs", state.name(), false, it -> {
            it.to(state);
            int starts = it.rig().keeper().starts("agent");
            it.rig().keeper().signal("agent", "STOP");
            switch (state) {
                case IDLE -> {
                    it.says(OPEN);
                    isBack(it, starts);
                    it.says(OPEN);
                }
                case GREETED, ASKING, OFFERS, CONSENT, ISSUING, PREVIEW -> {
                    it.to(State.PREVIEW).says("验证有效");
                    isBack(it, starts);
                    it.getsThePaper(OPEN);
                }
                case SENDING -> {
                    it.says(AGENT_GONE);
                    isBack(it, starts);
                    it.leaves("结束", OPEN).copy(takenBack(it));
                }
                case PRINTING, PRINTED -> {
                    it.getsThePaper(OPEN);
                    isBack(it, starts);
                }
                case FAREWELL -> {
                    it.says("感谢使用，再见").journey().awayTo(OPEN);
                    it.copy("DELIVERED");
                }
            }
        });
    }

    /**
     * Nothing was sent to the printer. An agent that is back within 10 s is told so under the intent's key; a later one never heard of the
     * intent, and the copy has no outcome.
     */
    private static String takenBack(Course it) throws IOException, InterruptedException {
        try {
            it.rig().rows().until(LAST_OUTCOME, "FAILED"::equals, 20);
            return "FAILED";
        } catch (Unmet e) {
            return "-";
        }
    }

    /** Until the session in front has given up. */
    private static Cell away(State state) {
        return new Cell("agent away", state.name(), false, it -> {
            it.to(state).holds("agent");
            if (state == State.IDLE) {
                it.rig().glass().looks(sight -> sight.program().isEmpty(), "no session", Glass.PATIENCE);
                it.saw("请稍候（没有会话）");
                it.releases("agent").says(OPEN);
                return;
            }
            // What the centre was asked for comes meanwhile; a centre that answers nothing would be told of first.
            it.journey().letGo();
            it.says(AGENT_GONE);
            goes(it);
            if (state == State.ISSUING || state == State.PREVIEW) {
                it.copy("-");
            }
        });
    }

    /** Takes what is theirs and goes; the agent is started again. */
    private static void goes(Course it) throws IOException, InterruptedException {
        it.touches("结束").says("感谢使用，再见").releases("agent").journey().awayTo(OPEN);
    }

    /** The intent was not kept: nothing is printed. */
    private static Cell awayWhileSending() {
        return new Cell("agent away", "SENDING", false, it -> {
            it.to(State.SENDING).holds("agent").says(AGENT_GONE);
            it.touches("结束").says("感谢使用，再见").releases("agent").journey().awayTo(OPEN);
            it.copy("-");
        });
    }

    /** The paper comes; what became of it cannot be kept, so the next session asks the printer. */
    private static Cell awayWhilePrinting() {
        return new Cell("agent away", "PRINTING", false, it -> {
            it.to(State.PRINTING).holds("agent").to(State.PRINTED).says("打印完成", "请取走 1 张纸");
            it.to(State.FAREWELL);
            it.rig().glass().looks(sight -> sight.program().isEmpty(), "no session", Glass.PATIENCE);
            it.releases("agent").says(PERHAPS_PAPER).journey().awayTo(OPEN);
            it.copy("DELIVERED");
        });
    }

    private static Cell awayAtTheEnd() {
        return new Cell("agent away", "FAREWELL", false, it -> {
            it.to(State.FAREWELL).holds("agent").says("感谢使用，再见");
            it.rig().glass().looks(sight -> sight.program().isEmpty(), "no session", Glass.PATIENCE);
            it.releases("agent").journey().awayTo(OPEN);
            it.copy("DELIVERED");
        });
    }

    /** The centre's whole program is down when the outcome is kept, and hears of it later. */
    private static Cell lineDownAtTheEnd() {
        return new Cell("centre away", "PRINTING to FAREWELL and beyond", false, it -> {
            it.to(State.PRINTING).holds("service").to(State.FAREWELL).says("感谢使用，再见");
            it.journey().awayTo(OPEN);
            String outcome = it.rig().rows().ask(LAST_OUTCOME);
            it.saw("中心停机时的登记：" + outcome);
            it.releases("service").copy("DELIVERED");
        });
    }
}
