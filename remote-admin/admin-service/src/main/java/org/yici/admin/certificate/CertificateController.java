package org.yici.admin.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yici.admin.terminal.RequestRefused;
import org.yici.admin.terminal.Terminal;
import org.yici.admin.web.JsonRequests;
import org.yici.contract.https.CopyRequest;
import org.yici.contract.https.OffersRequest;
import org.yici.contract.https.ProblemCode;
import org.yici.contract.https.Resources;

@RestController
class CertificateController {
    private static final int LONGEST_WORD = 40;

    private final CertificateDesk desk;

    CertificateController(CertificateDesk desk) {
        this.desk = desk;
    }

    @PostMapping(Resources.OFFERS)
    ResponseEntity<byte[]> offers(@AuthenticationPrincipal Terminal terminal, HttpServletRequest request)
            throws IOException {
        return JsonRequests.answer(desk.offers(terminal, JsonRequests.read(request, OffersRequest.class)));
    }

    @PostMapping(Resources.COPIES)
    ResponseEntity<byte[]> copy(@AuthenticationPrincipal Terminal terminal, HttpServletRequest request)
            throws IOException {
        UUID key = idempotencyKey(request.getHeader(Resources.IDEMPOTENCY_KEY));
        CopyRequest asked = JsonRequests.read(request, CopyRequest.class);
        requireWord("kind", asked.kind());
        requireWord("consent", asked.consent());
        return JsonRequests.answer(desk.copy(terminal, key, asked));
    }

    private static UUID idempotencyKey(@Nullable String header) {
        try {
            if (header != null && header.length() == 36) {
                return UUID.fromString(header);
            }
        } catch (IllegalArgumentException e) {
            throw new RequestRefused(ProblemCode.MALFORMED, Resources.IDEMPOTENCY_KEY + " is not a UUID");
        }
        throw new RequestRefused(ProblemCode.MALFORMED, Resources.IDEMPOTENCY_KEY + " is missing or not a UUID");
    }

    private static void requireWord(String field, String value) {
        if (value.isBlank() || value.length() > LONGEST_WORD) {
            throw new RequestRefused(ProblemCode.MALFORMED, field + " has 1 to " + LONGEST_WORD + " characters");
        }
    }
}
