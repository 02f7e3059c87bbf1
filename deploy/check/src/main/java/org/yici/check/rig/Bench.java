package org.yici.check.rig;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bench's HTTP interface: hands that lay cards and touch the glass, eyes on screen and paper tray. Any thread. */
public final class Bench {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private static final long LONGEST_POLL_MILLIS = 10_000;

    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    public Bench(String base) {
        this.base = URI.create(base);
    }

    public JsonNode state() throws IOException, InterruptedException {
        return json("api/state");
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(path));
    }

    public byte[] get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new Unmet(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER);
    }

    public byte[] screen() throws IOException, InterruptedException {
        return get("api/screen.png");
    }

    /** What is in front once something later than {@code after} is there, or after {@code longest}. */
    JsonNode onlooker(long after, Duration longest) throws IOException, InterruptedException {
        return json("api/onlooker?after=" + after + "&wait="
                + Math.max(0, Math.min(longest.toMillis(), LONGEST_POLL_MILLIS)));
    }

    public void post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                JsonMapper.shared().writeValueAsBytes(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new Unmet(path + " answers " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Lays a card of the bench's stack of people. */
    public void lay(String person) throws IOException, InterruptedException {
        post("api/card/lay", Map.of("person", person));
    }

    /** Puts a social-security card of the bench's people into the slot. */
    public void insert(String person) throws IOException, InterruptedException {
        post("api/chip/insert", Map.of("person", person, "card", "social-security"));
    }

    /** Takes the card out of the slot. */
    public void takeOut() throws IOException, InterruptedException {
        post("api/chip/take", Map.of());
    }

    /** Whether a card lies on the reader. */
    public boolean cardLies() throws IOException, InterruptedException {
        return !state().path("card").isNull();
    }

    /** How often the kiosk looked for a card since it read the one that lies there, and was told of none. */
    public int overlooked() throws IOException, InterruptedException {
        return state().path("card").path("overlooked").asInt();
    }

    /** Takes the card. */
    public void take() throws IOException, InterruptedException {
        post("api/card/take", Map.of());
    }

    public void takePaper() throws IOException, InterruptedException {
        post("api/paper/take", Map.of());
    }

    /** Moves a switch: {@code reader-unplugged}, {@code printer-gone}, {@code service-gone} … */
    public void turn(String name, boolean on) throws IOException, InterruptedException {
        post("api/switch", Map.of("name", name, "on", on));
    }

    /** Touches the glass, in pixels of the screen. */
    public void touch(int x, int y) throws IOException, InterruptedException {
        post("api/touch", Map.of("x", x, "y", y));
    }

    /** Lays a finger on the glass, or lifts it: {@code act} is {@code down} or {@code up}. */
    public void finger(int x, int y, String act) throws IOException, InterruptedException {
        post("api/touch", Map.of("x", x, "y", y, "act", act));
    }
}
