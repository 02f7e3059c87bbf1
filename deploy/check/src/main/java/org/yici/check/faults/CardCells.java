package org.yici.check.faults;

import java.io.IOException;
import java.util.List;
import org.yici.check.rig.Glass;
import org.yici.check.rig.Journey;
import org.yici.check.rig.Journey.State;
import org.yici.check.rig.Rig;
import org.yici.check.rig.Unmet;

/**
 * A card that was left on the reader greets nobody. A reader that has read it does not find it again before it is lifted, whoever asks; one
 * that was without power does, and then the screen says that a card may lie there. That nobody was greeted the books say afterwards.
 */
final class CardCells {
    private static final String[] LEFT = {"感应区上可能有他人遗留的身份证。", "如果是您的，请拿起来重新平放；如果不是，请拨打12345告知。", "代码 R05"};
    private static final String[] OPEN = {"请把身份证放在感应区", "现在可以办理"};
    private static final int LOOKS = 10;
    private static final String[] NO_READER = {"请插入社会保障卡", "身份证阅读器暂时无法使用"};

    private CardCells() {}

    static List<Cell> all() {
        return List.of(
                cell("the session ends and the card lies", Lying::forgotten),
                cell("the reader is unplugged and plugged in again", lying -> {
                    lying.forgotten();
                    lying.it.breaks("reader-unplugged").says(NO_READER).mends("reader-unplugged");
                    lying.isFoundAgain();
                }),
                cell("the reader's security module fails and is well again", lying -> {
                    lying.forgotten();
                    lying.it.breaks("reader-sam-failed").says(NO_READER).mends("reader-sam-failed");
                    lying.isOverlooked();
                }),
                cell("the idle session is killed", lying -> {
                    lying.forgotten();
                    lying.killSession();
                    lying.isOverlooked();
                }),
                cell("the greeted session is killed", lying -> {
                    lying.it.to(State.GREETED);
                    lying.killSession();
                    lying.isOverlooked();
                }),
                cell("the agent is killed while nobody is here", lying -> {
                    lying.forgotten();
                    lying.it.rig().keeper().kill("agent");
                    lying.isOverlooked();
                }),
                new Cell("card left", "laid too soon, then lifted and laid again", true, it -> {
                    it.to(State.GREETED).touches("退出并清除信息").says("感谢使用，再见", "请取走您的证件");
                    it.rig().bench().take();
                    it.rig().glass().sees("请把身份证放在感应区");
                    it.rig().bench().lay(Journey.PERSON);
                    it.says(LEFT);
                    it.rig().bench().take();
                }));
    }

    /** What happens while a card lies there. */
    private interface Story {
        void play(Lying lying) throws IOException, InterruptedException;
    }

    private static Cell cell(String name, Story story) {
        return new Cell("card left", name, false, it -> {
            story.play(new Lying(it));
            it.rig().bench().take();
        });
    }

    private static final class Lying {
        private static final String FOUND = "SELECT count(*) FROM session_event WHERE code = 'CARD_FORGOTTEN'";

        private final Course it;
        private int found;

        Lying(Course it) throws IOException, InterruptedException {
            this.it = it;
            this.found = found();
        }

        private int found() throws IOException, InterruptedException {
            return Integer.parseInt(it.rig().rows().ask(FOUND));
        }

        /** A citizen goes and leaves the card behind. */
        void forgotten() throws IOException, InterruptedException {
            it.to(State.GREETED).touches("退出并清除信息").says("感谢使用，再见", "请取走您的证件");
            isOverlooked();
        }

        /** The session that is in front now has looked for a card several times while this one lay there. */
        void isOverlooked() throws IOException, InterruptedException {
            it.says(OPEN);
            int before = it.rig().bench().overlooked();
            Rig.until(
                    () -> it.rig().bench().overlooked() >= before + LOOKS,
                    Glass.PATIENCE,
                    () -> "nobody looks for a card any more");
            it.says(OPEN);
        }

        /** The session in front has read the card once more and says so. */
        void isFoundAgain() throws IOException, InterruptedException {
            it.rig().rows().until(FOUND, count -> Integer.parseInt(count) > found, 90);
            found = found();
            it.says(LEFT);
        }

        void killSession() throws IOException, InterruptedException {
            it.rig()
                    .keeper()
                    .kill(it.rig().glass().now().program().orElseThrow(() -> new Unmet("no session is in front")));
        }
    }
}
