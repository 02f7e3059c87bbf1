package org.yici.admin.page;

import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.yici.admin.enrolment.Revocation;
import org.yici.admin.terminal.Terminal;
import org.yici.admin.terminal.TerminalStore;
import org.yici.base.TerminalId;

/** Revoking a terminal's certificate, after a question. */
@Controller
class RevocationPages {
    private final TerminalStore terminals;
    private final Revocation revocation;

    RevocationPages(TerminalStore terminals, Revocation revocation) {
        this.terminals = terminals;
        this.revocation = revocation;
    }

    @GetMapping("/terminals/{id}/revoke")
    String ask(@PathVariable String id, Model model) {
        Terminal terminal = terminal(id);
        model.addAttribute("id", terminal.id().value());
        model.addAttribute("name", terminal.name());
        return "revoke";
    }

    @PostMapping("/terminals/{id}/revoke")
    String revoke(@PathVariable String id, Principal principal) {
        TerminalId terminal = terminal(id).id();
        revocation.revoke(terminal, principal.getName());
        return "redirect:/terminals/" + terminal;
    }

    private Terminal terminal(String id) {
        return Optional.of(id)
                .filter(TerminalId::isValid)
                .map(TerminalId::new)
                .flatMap(terminals::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
