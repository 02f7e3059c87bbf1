package org.yici.kiosk.ui;

/**
 * How the terminal treats a screen, whatever service it belongs to.
 *
 * @param back whether the bottom bar offers 返回
 * @param exit whether the bottom bar offers 退出并清除信息
 * @param personal whether it shows, or takes in, something of the citizen: the process is replaced after the visit
 * @param survivesAgentLoss whether it stays when the agent is lost, because it tells of paper that is on its way or in the tray
 * @param continuous whether the next screen of the same class goes on with its animation
 */
public record ScreenTraits(
        boolean back, boolean exit, boolean personal, boolean survivesAgentLoss, boolean continuous) {
    /** No key in the bottom bar, nothing personal. */
    public static final ScreenTraits PLAIN = new ScreenTraits(false, false, false, false, false);

    /** A step of a service that knows the citizen: 返回 and 结束. */
    public static final ScreenTraits STEP = PLAIN.withBack().withExit().withPersonal();

    public ScreenTraits withBack() {
        return new ScreenTraits(true, exit, personal, survivesAgentLoss, continuous);
    }

    public ScreenTraits withExit() {
        return new ScreenTraits(back, true, personal, survivesAgentLoss, continuous);
    }

    public ScreenTraits withPersonal() {
        return new ScreenTraits(back, exit, true, survivesAgentLoss, continuous);
    }

    public ScreenTraits surviving() {
        return new ScreenTraits(back, exit, personal, true, continuous);
    }

    public ScreenTraits withContinuity() {
        return new ScreenTraits(back, exit, personal, survivesAgentLoss, true);
    }
}
