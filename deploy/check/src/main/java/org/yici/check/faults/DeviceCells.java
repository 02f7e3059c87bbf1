package org.yici.check.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.yici.check.rig.Journey.State;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Unmet;

/**
 * {reader, printer, line of the broker, line of the service, the centre's whole program} × {idle, in the middle, just before done} ×
 * {goes away, comes back}. Away is away until the citizen has left; back is back while they are there.
 */
final class DeviceCells {
    private static final String SLOT_TOO = "也可以把社会保障卡插入卡槽";
    private static final String[] PAD = {"请把身份证放在感应区", "现在可以办理"};
    private static final String[] OPEN = {"请把身份证放在感应区", SLOT_TOO, "现在可以办理"};
    private static final String[] SLOT_ALONE = {"请插入社会保障卡", "身份证阅读器暂时无法使用", "现在可以办理"};
    private static final String[] NO_READER = {"暂停服务", "读卡器暂时不能使用。", "请稍等片刻，或到其他自助终端办理。", "代码 R04"};
    private static final String[] NO_PRINTER = {"打印机暂时不能使用。", "请稍后再试，或到其他自助终端办理。", "代码 P02"};
    private static final String[] NO_CENTRE = {"网络暂时不通", "本次办理尚未提交，请稍后再试。", "代码 C01"};

    /** A job waits 3 minutes for its printer, then the printer is asked for an end of it. */
    private static final Duration LONG = Duration.ofMinutes(6);

    private static final Duration STARTS = Duration.ofMinutes(3);

    private DeviceCells() {}

    static List<Cell> all() {
        return Stream.of(reader(), printer(), printing(), hands(), broker(), service(), centre())
                .flatMap(List::stream)
                .toList();
    }

    private static Cell cell(String name, Cell.Story story) {
        return new Cell("device", name, false, story);
    }

    private static List<Cell> reader() {
        String gone = "reader-unplugged";
        String slotGone = "chip-unplugged";
        return List.of(
                cell("reader · idle · goes away", it -> it.breaks(gone).says(SLOT_ALONE)),
                cell("reader and slot · idle · go away, the slot comes back", it -> it.breaks(gone)
                        .breaks(slotGone)
                        .says(NO_READER)
                        .mends(slotGone)
                        .says(SLOT_ALONE)),
                cell("slot · idle · goes away and comes back, then its service dies and comes back", it -> it.breaks(
                                slotGone)
                        .hides(SLOT_TOO)
                        .says(PAD)
                        .mends(slotGone)
                        .says(OPEN)
                        .breaks("chip-service-gone")
                        .hides(SLOT_TOO)
                        .says(PAD)
                        .mends("chip-service-gone")
                        .says(OPEN)),
                cell(
                        "reader · idle · comes back",
                        it -> it.breaks(gone).says(SLOT_ALONE).mends(gone).says(OPEN)),
                cell(
                        "reader · in the middle · goes away",
                        it -> it.to(State.PREVIEW).breaks(gone).says("验证有效").getsThePaper(SLOT_ALONE)),
                cell("reader · in the middle · comes back", it -> it.to(State.PREVIEW)
                        .breaks(gone)
                        .mends(gone)
                        .says("验证有效")
                        .getsThePaper(OPEN)),
                cell(
                        "reader · just before done · goes away",
                        it -> it.to(State.PRINTING).breaks(gone).says("正在打印").getsThePaper(SLOT_ALONE)),
                cell("reader · just before done · comes back", it -> it.to(State.PRINTING)
                        .breaks(gone)
                        .mends(gone)
                        .says("正在打印")
                        .getsThePaper(OPEN)));
    }

    private static List<Cell> printer() {
        String gone = "printer-gone";
        return List.of(
                cell("printer · idle · goes away", it -> {
                    it.breaks(gone).says(NO_PRINTER).to(State.GREETED).says(NO_PRINTER);
                    if (it.rig().glass().now().offers("打证明")) {
                        throw new Unmet("打证明 is offered without a printer");
                    }
                    it.leaves("退出并清除信息", NO_PRINTER);
                }),
                cell(
                        "printer · idle · comes back",
                        it -> it.breaks(gone).says(NO_PRINTER).mends(gone).says(OPEN)),
                cell("printer · in the middle (preview) · goes away", it -> {
                    it.to(State.PREVIEW).breaks(gone);
                    printerIsTold(it, "offline");
                    it.touches("打印").says("打印机暂时不能使用", "请稍后再试，或到其他自助终端办理。", "代码 P02", "再试一次");
                    it.leaves("结束", NO_PRINTER).copy("-");
                }),
                cell("printer · in the middle (preview) · comes back", it -> {
                    it.to(State.PREVIEW).breaks(gone);
                    printerIsTold(it, "offline");
                    it.touches("打印").says("打印机暂时不能使用", "代码 P02", "再试一次").mends(gone);
                    printerIsTold(it, "online");
                    it.touches("再试一次").says("验证有效").getsThePaper(OPEN);
                }));
    }

    /** From the printer having the job on. */
    private static List<Cell> printing() {
        String gone = "printer-gone";
        String[] waits = {"打印已暂停", "打印机暂时不能使用。", "代码 P02"};
        return List.of(
                cell("printer · in the middle (nothing is out) · goes away", it -> {
                    it.to(State.PRINTING).breaks(gone).says(waits);
                    it.saysWithin(LONG, "不能确认打印件是否已送出", "代码 P06");
                    it.leaves("结束", NO_PRINTER);
                    it.mends(gone).says("请带好证件和打印件");
                    it.copy("FAILED");
                }),
                new Cell("device", "printer · in the middle (nothing is out) · comes back", true, it -> it.to(
                                State.PRINTING)
                        .breaks(gone)
                        .says(waits)
                        .mends(gone)
                        .says("正在打印")
                        .getsThePaper(OPEN)),
                cell("printer · just before done · goes away", it -> {
                    it.to(State.PRINTING).journey().letGo();
                    it.breaks(gone).says(waits);
                    it.saysWithin(LONG, "不能确认打印件是否已送出", "代码 P06");
                    it.leaves("结束", NO_PRINTER).copy("DELIVERED");
                }),
                cell("printer · just before done · comes back", it -> {
                    it.to(State.PRINTING).journey().letGo();
                    it.breaks(gone).says(waits).mends(gone).getsThePaper(OPEN);
                }));
    }

    /** What somebody on site can mend: said before a citizen begins and while one waits. */
    private static List<Cell> hands() {
        return List.of(
                mended("printer-jam", "打印机卡纸，暂时无法打印。", "代码 P08"),
                mended("printer-toner-out", "打印机碳粉用尽，暂时无法打印。", "代码 P09"),
                mended("printer-cover-open", "打印机机盖未关好，或出纸口已满。", "代码 P10"),
                mended("printer-output-full", "打印机机盖未关好，或出纸口已满。", "代码 P10"));
    }

    private static Cell mended(String obstacle, String sentence, String code) {
        return cell(obstacle + " · idle, then in the middle · is mended", it -> {
            it.breaks(obstacle).says(sentence, code).mends(obstacle).says(OPEN);
            it.to(State.PRINTING).breaks(obstacle).says("打印已暂停", sentence, code);
            it.mends(obstacle).says("正在打印").getsThePaper(OPEN);
        });
    }

    /** The terminal has told the centre so of its printer. */
    private static void printerIsTold(Course it, String state) throws IOException, InterruptedException {
        it.rig()
                .rows()
                .until(
                        "SELECT condition::text FROM terminal_state",
                        text -> text.contains("offline") == state.equals("offline"),
                        60);
    }

    private static void terminalIsOnline(Course it, boolean online) throws IOException, InterruptedException {
        it.rig().rows().until("SELECT online FROM terminal_state", (online ? "t" : "f")::equals, 120);
    }

    /** The keeper has started it again and it answers. */
    private static void isUp(Course it, String program) throws IOException, InterruptedException {
        Rig.until(
                () -> it.rig().keeper().programs().path(program).path("ready").asBoolean(false),
                STARTS,
                () -> program + " does not come up");
    }

    private static List<Cell> broker() {
        String gone = "broker-gone";
        return List.of(
                cell("broker · idle · goes away", it -> {
                    it.breaks(gone);
                    terminalIsOnline(it, false);
                    it.says(OPEN).getsThePaper(OPEN);
                }),
                cell("broker · idle · comes back", it -> {
                    it.breaks(gone);
                    terminalIsOnline(it, false);
                    it.says(OPEN).mends(gone);
                    terminalIsOnline(it, true);
                    it.says(OPEN);
                }),
                cell(
                        "broker · in the middle · goes away",
                        it -> it.to(State.PREVIEW).breaks(gone).says("验证有效").getsThePaper(OPEN)),
                cell("broker · in the middle · comes back", it -> {
                    it.to(State.PREVIEW).breaks(gone);
                    terminalIsOnline(it, false);
                    it.mends(gone).says("验证有效").getsThePaper(OPEN);
                }),
                cell(
                        "broker · just before done · goes away",
                        it -> it.to(State.PRINTING).breaks(gone).says("正在打印").getsThePaper(OPEN)),
                cell("broker · just before done · comes back", it -> it.to(State.PRINTING)
                        .breaks(gone)
                        .says("正在打印")
                        .mends(gone)
                        .getsThePaper(OPEN)));
    }

    private static List<Cell> service() {
        String gone = "service-gone";
        return List.of(
                cell("service · idle · goes away", it -> it.breaks(gone)
                        .says(OPEN)
                        .to(State.GREETED)
                        .touches("打证明")
                        .says(NO_CENTRE)
                        .leaves("结束", OPEN)),
                cell("service · idle · comes back", it -> {
                    it.breaks(gone).to(State.GREETED).touches("打证明").says(NO_CENTRE);
                    it.mends(gone).touches("再试一次").journey().stands(State.OFFERS);
                    it.getsThePaper(OPEN);
                }),
                cell("service · in the middle · goes away", it -> {
                    it.to(State.ISSUING).breaks(gone).journey().letGo();
                    it.says(NO_CENTRE).leaves("结束", OPEN);
                }),
                new Cell("device", "service · in the middle · comes back", true, it -> {
                    it.to(State.ISSUING).breaks(gone).journey().letGo();
                    it.says(NO_CENTRE).mends(gone).touches("再试一次").journey().stands(State.PREVIEW);
                    it.getsThePaper(OPEN);
                }),
                cell(
                        "service · just before done · goes away",
                        it -> it.to(State.PRINTING).breaks(gone).says("正在打印").getsThePaper(OPEN)),
                cell("service · just before done · comes back", it -> it.to(State.PRINTING)
                        .breaks(gone)
                        .says("正在打印")
                        .mends(gone)
                        .getsThePaper(OPEN)));
    }

    /** Pages, service and broker at once: their program is killed. */
    private static List<Cell> centre() {
        String program = "service";
        return List.of(
                cell("centre · idle · goes away", it -> it.holds(program)
                        .says(OPEN)
                        .to(State.GREETED)
                        .touches("打证明")
                        .says(NO_CENTRE)
                        .leaves("结束", OPEN)),
                cell("centre · idle · comes back", it -> {
                    it.holds(program)
                            .to(State.GREETED)
                            .touches("打证明")
                            .says(NO_CENTRE)
                            .releases(program);
                    isUp(it, program);
                    it.touches("再试一次").journey().stands(State.OFFERS);
                    it.getsThePaper(OPEN);
                }),
                cell(
                        "centre · in the middle · goes away",
                        it -> it.to(State.PREVIEW).holds(program).says("验证有效").getsThePaper(OPEN)),
                cell("centre · in the middle · comes back", it -> {
                    it.to(State.PREVIEW).holds(program).says("验证有效").releases(program);
                    isUp(it, program);
                    it.getsThePaper(OPEN);
                }),
                cell(
                        "centre · just before done · goes away",
                        it -> it.to(State.PRINTING).holds(program).says("正在打印").getsThePaper(OPEN)),
                cell("centre · just before done · comes back", it -> it.to(State.PRINTING)
                        .holds(program)
                        .says("正在打印")
                        .releases(program)
                        .getsThePaper(OPEN)));
    }
}
