package org.yici.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bench's page as a script asks it. */
final class PageClient {
    private final Supplier<URI> page;
    private final HttpClient http = HttpClient.newHttpClient();

    /** {@code page} is asked each time: a bench that was started again has another. */
    PageClient(Supplier<URI> page) {
        this.page = page;
    }

    <T> HttpResponse<T> get(String path, BodyHandler<T> as) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(page.get().resolve(path)).build(), as);
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(path, BodyHandlers.ofString()).body());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(page.get().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
