package org.yici.admin.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yici.admin.account.LoginSession;
import org.yici.admin.account.LoginSessions;

@Controller
class UpdatesController {
    private final PageUpdates updates;
    private final LoginSessions sessions;

    UpdatesController(PageUpdates updates, LoginSessions sessions) {
        this.updates = updates;
        this.sessions = sessions;
    }

    @GetMapping("/updates")
    SseEmitter updates(HttpServletRequest request) throws IOException {
        LoginSession session =
                sessions.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        return updates.open(session);
    }
}
