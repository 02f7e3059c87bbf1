package org.yici.admin.pass;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yici.admin.terminal.Terminal;
import org.yici.admin.web.JsonRequests;
import org.yici.contract.https.Resources;

/** Gives passes to terminals that showed their current certificate. */
@RestController
class PassController {
    private final PassOffice office;

    PassController(PassOffice office) {
        this.office = office;
    }

    @PostMapping(Resources.PASS)
    ResponseEntity<byte[]> pass(@AuthenticationPrincipal Terminal terminal) {
        return JsonRequests.answer(office.issue(new Pass(terminal.id(), terminal.certificateSerial())));
    }
}
