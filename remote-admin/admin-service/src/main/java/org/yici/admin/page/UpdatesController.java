package org.yici.admin.page;

import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Controller
class UpdatesController {
    private final PageUpdates updates;

    UpdatesController(PageUpdates updates) {
        this.updates = updates;
    }

    @GetMapping("/updates")
    SseEmitter updates() throws IOException {
        return updates.open();
    }
}
