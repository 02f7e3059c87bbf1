package org.yici.admin.page;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.yici.admin.refusal.Refusals;
import org.yici.base.Time;

/** What was refused, in the last ninety days. */
@Controller
class RefusalPages {
    private static final int MOST = 300;

    private final Refusals refusals;
    private final Time time;

    RefusalPages(Refusals refusals, Time time) {
        this.refusals = refusals;
        this.time = time;
    }

    /**
     * What the page shows.
     *
     * @param more whether there are older ones than are shown
     */
    public record Shown(List<RefusalView> rows, long today, boolean more) {}

    @ModelAttribute("who")
    String who(Principal principal) {
        return principal.getName();
    }

    @GetMapping("/refusals")
    String list(Model model) {
        model.addAttribute("shown", shown());
        return "refusals";
    }

    @GetMapping("/refusals/now")
    String listNow(Model model) {
        model.addAttribute("shown", shown());
        return "refusals :: now";
    }

    private Shown shown() {
        ChinaTime now = new ChinaTime(time.now());
        List<RefusalView> rows = refusals.latest(MOST + 1).stream()
                .map(count -> RefusalView.of(count, now))
                .toList();
        long today = rows.stream().mapToLong(RefusalView::today).sum();
        return new Shown(rows.stream().limit(MOST).toList(), today, rows.size() > MOST);
    }
}
