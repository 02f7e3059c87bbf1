package org.yici.admin.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yici.admin.terminal.AskingTerminal;
import org.yici.admin.web.JsonRequests;
import org.yici.base.TerminalId;
import org.yici.contract.https.EnrolmentRequest;
import org.yici.contract.https.Resources;

@RestController
class EnrolmentController {
    private final Enrolment enrolment;

    EnrolmentController(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    @PostMapping(Resources.ENROLMENT)
    ResponseEntity<byte[]> enrol(HttpServletRequest request) throws IOException {
        EnrolmentRequest asked = JsonRequests.read(request, EnrolmentRequest.class);
        if (TerminalId.isValid(asked.terminal())) {
            AskingTerminal.is(request, new TerminalId(asked.terminal()));
        }
        return JsonRequests.answer(enrolment.enrol(asked));
    }
}
