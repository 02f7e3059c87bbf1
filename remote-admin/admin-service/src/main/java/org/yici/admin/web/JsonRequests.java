package org.yici.admin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.yici.admin.terminal.RequestRefused;
import org.yici.contract.Json;
import org.yici.contract.MalformedMessageException;
import org.yici.contract.https.ProblemCode;

/** Reads terminals' requests and writes their answers in the contract's JSON. */
public final class JsonRequests {
    /** No request of a terminal is longer. */
    static final int LONGEST = 64 << 10;

    private JsonRequests() {}

    /** The request's body; refuses what is too long or not a {@code type}, and repeats nothing of it. */
    public static <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new RequestRefused(ProblemCode.MALFORMED, "a request has at most " + LONGEST + " bytes");
        }
        try {
            return Json.read(body, type);
        } catch (MalformedMessageException e) {
            throw new RequestRefused(ProblemCode.MALFORMED, "not a readable " + type.getSimpleName());
        }
    }

    public static ResponseEntity<byte[]> answer(Object value) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(Json.write(value));
    }
}
