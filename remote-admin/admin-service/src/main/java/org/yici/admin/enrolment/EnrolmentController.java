package org.yici.admin.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yici.admin.terminal.AskingTerminal;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.web.JsonRequests;
import org.yici.base.TerminalId;
import org.yici.contract.https.EnrolmentRequest;
import org.yici.contract.https.ProblemCode;
import org.yici.contract.https.Resources;

@RestController
class EnrolmentController {
    private final Enrolment enrolment;
    private final WrongCodes wrongCodes;

    EnrolmentController(Enrolment enrolment, WrongCodes wrongCodes) {
        this.enrolment = enrolment;
        this.wrongCodes = wrongCodes;
    }

    @PostMapping(Resources.ENROLMENT)
    CompletableFuture<ResponseEntity<byte[]>> enrol(HttpServletRequest request) throws IOException {
        EnrolmentRequest asked = JsonRequests.read(request, EnrolmentRequest.class);
        if (TerminalId.isValid(asked.terminal())) {
            AskingTerminal.is(request, new TerminalId(asked.terminal()));
        }
        try {
            return CompletableFuture.completedFuture(JsonRequests.answer(enrolment.enrol(asked)));
        } catch (RequestRefused refusal) {
            if (refusal.code() == ProblemCode.ENROLMENT_REFUSED) {
                return wrongCodes.refuse(refusal, request.getRemoteAddr());
            }
            throw refusal;
        }
    }
}
