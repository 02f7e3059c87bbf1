package org.yici.bench.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps other pages in the same browser from working the bench: the name that was asked for must be this machine's own (no
 * rebinding of foreign names), and what changes something must come from the bench's own page or from no page at all.
 */
final class SameSite {
    private static final Pattern OWN_HOST = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");

    private SameSite() {}

    /** Why the request is refused; empty: it is not. */
    static Optional<String> refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String host = first(headers, "Host").orElse("");
        if (!OWN_HOST.matcher(host).matches()) {
            return Optional.of("the bench answers to 127.0.0.1 and localhost only");
        }
        if (exchange.getRequestMethod().equals("GET")) {
            return Optional.empty();
        }
        boolean foreign = first(headers, "Origin")
                        .filter(origin -> !origin.equals("http://" + host))
                        .isPresent()
                || first(headers, "Sec-Fetch-Site")
                        .filter(site -> !List.of("same-origin", "none").contains(site))
                        .isPresent();
        return foreign ? Optional.of("the request comes from another page") : Optional.empty();
    }

    private static Optional<String> first(Headers headers, String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }
}
