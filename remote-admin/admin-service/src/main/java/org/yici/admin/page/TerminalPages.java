package org.yici.admin.page;

import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yici.base.TerminalId;

/** The list of terminals and the page of one; each also without its frame, for a browser that has the page open. */
@Controller
class TerminalPages {
    private final TerminalViews views;

    TerminalPages(TerminalViews views) {
        this.views = views;
    }

    @ModelAttribute("who")
    String who(Principal principal) {
        return principal.getName();
    }

    @GetMapping("/")
    String start() {
        return "redirect:/terminals";
    }

    @GetMapping("/terminals")
    String list(Model model) {
        model.addAttribute("overview", views.overview());
        return "terminals";
    }

    @GetMapping("/terminals/now")
    String listNow(Model model) {
        model.addAttribute("overview", views.overview());
        return "terminals :: now";
    }

    @GetMapping("/terminals/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("page", page(id));
        return "terminal";
    }

    @GetMapping("/terminals/{id}/now")
    String oneNow(@PathVariable String id, Model model) {
        model.addAttribute("page", page(id));
        return "terminal :: now";
    }

    private TerminalViews.Page page(String id) {
        return Optional.of(id)
                .filter(TerminalId::isValid)
                .flatMap(valid -> views.page(new TerminalId(valid)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
