package org.yici.admin.page;

import org.yici.admin.refusal.Gate;
import org.yici.admin.refusal.RefusalCount;
import org.yici.admin.refusal.Who;

/**
 * A count of refusals as a page shows it.
 *
 * @param kind its name in the database
 * @param word what was refused
 * @param gate where
 * @param who a terminal's id or a browser's address, or what stands for nobody known
 * @param terminal the terminal's id, if it was one
 */
public record RefusalView(
        String kind,
        String word,
        String gate,
        String tone,
        String who,
        String terminal,
        long today,
        long times,
        String last,
        String fact) {

    static RefusalView of(RefusalCount count, ChinaTime time) {
        boolean known = !count.who().equals(Who.NOBODY);
        boolean page = count.kind().gate() == Gate.PAGE;
        return new RefusalView(
                count.kind().name(),
                RefusalWords.kind(count.kind()),
                RefusalWords.gate(count.kind().gate()),
                count.today() > 0 ? "warning" : "quiet",
                known ? count.who().name() : page ? "其他地址" : "身份不明",
                known && !page ? count.who().name() : "",
                count.today(),
                count.times(),
                time.at(count.lastAt()),
                RefusalWords.fact(count.fact()));
    }
}
