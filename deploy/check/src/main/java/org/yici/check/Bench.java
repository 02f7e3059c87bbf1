package org.yici.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bench's HTTP interface: hands that lay cards and touch the glass, eyes on screen and paper tray. */
final class Bench {
    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    Bench(String base) {
        this.base = URI.create(base);
    }

    JsonNode state() throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get("api/state"));
    }

    byte[] get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new Unmet(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    byte[] screen() throws IOException, InterruptedException {
        return get("api/screen.png");
    }

    void post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                JsonMapper.shared().writeValueAsBytes(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new Unmet(path + " answers " + answer.statusCode() + " " + answer.body());
        }
    }

    void lay(String person) throws IOException, InterruptedException {
        post("api/card/lay", Map.of("person", person));
    }

    void take() throws IOException, InterruptedException {
        post("api/card/take", Map.of());
    }

    void takePaper() throws IOException, InterruptedException {
        post("api/paper/take", Map.of());
    }

    void turn(String name, boolean on) throws IOException, InterruptedException {
        post("api/switch", Map.of("name", name, "on", on));
    }

    void touch(int x, int y) throws IOException, InterruptedException {
        post("api/touch", Map.of("x", x, "y", y));
    }
}
