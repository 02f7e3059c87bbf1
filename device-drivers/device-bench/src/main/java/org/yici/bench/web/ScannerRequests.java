package org.yici.bench.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.Optional;
import org.yici.bench.scanner.HeldCode;
import org.yici.bench.scanner.ScannerFarEnd;
import org.yici.bench.scanner.ScannerProtocol;
import org.yici.bench.web.Api.BadRequest;
import tools.jackson.databind.JsonNode;

/** The part of the HTTP interface that holds codes before the scanner. Any thread. */
final class ScannerRequests {
    private final ScannerFarEnd scanner;
    private final Signal changed;

    ScannerRequests(ScannerFarEnd scanner, Signal changed) {
        this.scanner = scanner;
        this.changed = changed;
    }

    /** The code is {@code text}, in UTF-8 or in {@code charset}, or any bytes as {@code base64}. */
    void hold(HttpExchange exchange, JsonNode body) throws IOException {
        JsonNode text = body.path("text");
        JsonNode base64 = body.path("base64");
        if (text.isString() == base64.isString()) {
            throw new BadRequest("a code is \"text\" or \"base64\"");
        }
        byte[] bytes = text.isString()
                ? encoded(text.asString(), body.path("charset").asString("UTF-8"))
                : decoded(base64.asString());
        if (bytes.length == 0 || bytes.length > HeldCode.LONGEST) {
            throw new BadRequest("a code has 1 to " + HeldCode.LONGEST + " bytes, not " + bytes.length);
        }
        scanner.scanner().hold(new HeldCode(bytes));
        changed.run();
        Answers.ok(exchange);
    }

    private static byte[] encoded(String text, String charset) throws BadRequest {
        try {
            ByteBuffer bytes = Charset.forName(charset).newEncoder().encode(CharBuffer.wrap(text));
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return encoded;
        } catch (CharacterCodingException e) {
            throw new BadRequest(charset + " lacks a character of the text");
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new BadRequest("no text can be written in '" + charset + "'");
        }
    }

    private static byte[] decoded(String base64) throws BadRequest {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("\"base64\" is not base64");
        }
    }

    void take(HttpExchange exchange) throws IOException {
        if (scanner.scanner().take()) {
            changed.run();
            Answers.ok(exchange);
        } else {
            Answers.error(exchange, 409, "no code is held before the scanner");
        }
    }

    /** Puts a scanner of this protocol into the place of the one that is there. */
    void replace(HttpExchange exchange, JsonNode body) throws IOException {
        Optional<ScannerProtocol> protocol =
                ScannerProtocol.named(body.path("protocol").asString(""));
        if (protocol.isEmpty()) {
            throw new BadRequest("a scanner speaks newland, honeywell, zebra-ssi or plain");
        }
        scanner.replace(protocol.get());
        changed.run();
        Answers.ok(exchange);
    }
}
