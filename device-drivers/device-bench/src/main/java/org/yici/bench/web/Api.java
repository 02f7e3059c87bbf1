package org.yici.bench.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yici.bench.people.Person;
import org.yici.bench.printer.Document;
import org.yici.bench.printer.OutputTray.Side;
import org.yici.bench.screen.Finger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The HTTP interface below {@code /api/}, described in {@code docs/bench.md}. Any thread. */
final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);

    private static final Pattern PAGE = Pattern.compile("/api/paper/(\\d{1,9})/(\\d{1,4})\\.png");
    private static final Pattern DOCUMENT = Pattern.compile("/api/paper/(\\d{1,9})\\.(pdf|pwg)");

    private static final long LONGEST_WAIT_MILLIS = 30_000;

    private final Hardware hardware;
    private final EventStream events;
    private final Signal changed;
    private final ScannerRequests scanner;
    private final ChipRequests chip;

    Api(Hardware hardware, EventStream events, Signal changed) {
        this.hardware = hardware;
        this.events = events;
        this.changed = changed;
        scanner = new ScannerRequests(hardware.scanner(), changed);
        chip = new ChipRequests(hardware, changed);
    }

    /** False: no such resource. */
    boolean handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod()) {
            case "GET" -> get(exchange, path);
            case "POST" -> post(exchange, path);
            default -> false;
        };
    }

    private boolean get(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/api/state" -> Answers.json(exchange, 200, StateView.of(hardware));
            case "/api/people" ->
                Answers.json(
                        exchange,
                        200,
                        hardware.people().all().stream().map(PersonView::of).toList());
            case "/api/jobs" -> Answers.json(exchange, 200, StateView.jobs(hardware));
            case "/api/paper" -> Answers.json(exchange, 200, StateView.paper(hardware));
            case "/api/onlooker" -> onlooker(exchange);
            case "/api/events" -> events.serve(exchange);
            case "/api/screen.png" ->
                file(exchange, "image/png", hardware.screen().picture());
            default -> {
                return paper(exchange, path);
            }
        }
        return true;
    }

    /** Answers at once when something is in front that is later than {@code after}, otherwise within {@code wait} milliseconds. */
    private void onlooker(HttpExchange exchange) throws IOException {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        long after = query(query, "after", -1);
        Duration wait = Duration.ofMillis(Math.min(LONGEST_WAIT_MILLIS, query(query, "wait", 0)));
        try {
            Answers.json(exchange, 200, hardware.onlookers().after(after, wait));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Answers.error(exchange, 409, "the bench ends");
        }
    }

    private static long query(String query, String name, long otherwise) throws BadRequest {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                try {
                    return Long.parseLong(pair.substring(name.length() + 1));
                } catch (NumberFormatException e) {
                    throw new BadRequest(name + " is a number");
                }
            }
        }
        return otherwise;
    }

    private boolean paper(HttpExchange exchange, String path) throws IOException {
        Matcher page = PAGE.matcher(path);
        if (page.matches()) {
            Optional<Side> side = hardware.printer().tray().side(number(page, 1), number(page, 2));
            file(exchange, "image/png", side.map(Side::png));
            return true;
        }
        Matcher document = DOCUMENT.matcher(path);
        if (document.matches()) {
            Optional<Document> received = hardware.printer()
                    .tray()
                    .document(number(document, 1))
                    .filter(found -> found.format().extension().equals(document.group(2)));
            file(exchange, received.map(found -> found.format().mimeType()).orElse(""), received.map(Document::bytes));
            return true;
        }
        return false;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static void file(HttpExchange exchange, String type, Optional<byte[]> content) throws IOException {
        if (content.isPresent()) {
            Answers.bytes(exchange, 200, type, content.get());
        } else {
            Answers.error(exchange, 404, "it is not there");
        }
    }

    private boolean post(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/api/card/lay" -> lay(exchange, body(exchange));
            case "/api/card/take" -> take(exchange);
            case "/api/code/hold" -> scanner.hold(exchange, body(exchange));
            case "/api/code/take" -> scanner.take(exchange);
            case "/api/chip/insert" -> chip.insert(exchange, body(exchange));
            case "/api/chip/take" -> chip.take(exchange);
            case "/api/scanner" -> scanner.replace(exchange, body(exchange));
            case "/api/switch" -> move(exchange, body(exchange));
            case "/api/touch" -> touch(exchange, body(exchange));
            case "/api/key" -> key(exchange, body(exchange));
            case "/api/paper/take" -> takePaper(exchange);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void lay(HttpExchange exchange, JsonNode body) throws IOException {
        Optional<Person> person = hardware.people().find(body.path("person").asString(""));
        if (person.isEmpty()) {
            Answers.error(exchange, 404, "nobody is called so");
        } else if (!hardware.reader().reader().lay(person.get())) {
            Answers.error(exchange, 409, "another card lies on the reader");
        } else {
            changed.run();
            Answers.ok(exchange);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        if (hardware.reader().reader().take()) {
            changed.run();
            Answers.ok(exchange);
        } else {
            Answers.error(exchange, 409, "no card lies on the reader");
        }
    }

    private void move(HttpExchange exchange, JsonNode body) throws IOException {
        JsonNode on = body.path("on");
        if (!on.isBoolean()) {
            Answers.error(exchange, 400, "\"on\" must be true or false");
        } else {
            move(exchange, body.path("name").asString(""), on.booleanValue());
        }
    }

    private void move(HttpExchange exchange, String name, boolean on) throws IOException {
        boolean isThere;
        try {
            isThere = hardware.faults().set(name, on);
        } catch (IOException e) {
            LOG.warn("The switch {} does not move: {}", name, e.getMessage());
            Answers.error(exchange, 409, "it does not move: " + e.getMessage());
            return;
        }
        if (isThere) {
            Answers.ok(exchange);
        } else {
            Answers.error(exchange, 404, "no switch is called so");
        }
    }

    private void touch(HttpExchange exchange, JsonNode body) throws IOException {
        int x = body.path("x").asInt(-1);
        int y = body.path("y").asInt(-1);
        Optional<Finger.Act> act = act(body.path("act").asString("tap"));
        if (x < 0 || y < 0 || act.isEmpty()) {
            Answers.error(exchange, 400, "x and y are pixels of the screen, act is tap, down, move or up");
        } else {
            screenAnswer(exchange, hardware.finger().touch(x, y, act.get()));
        }
    }

    private static Optional<Finger.Act> act(String name) {
        try {
            return Optional.of(Finger.Act.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void key(HttpExchange exchange, JsonNode body) throws IOException {
        screenAnswer(exchange, hardware.finger().type(body.path("key").asString("")));
    }

    private static void screenAnswer(HttpExchange exchange, boolean done) throws IOException {
        if (done) {
            Answers.ok(exchange);
        } else {
            Answers.error(exchange, 409, "no screen takes it");
        }
    }

    private void takePaper(HttpExchange exchange) throws IOException {
        int sheets = hardware.printer().tray().take();
        changed.run();
        Answers.json(exchange, 200, Map.of("sheets", sheets));
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (!type.startsWith("application/json")) {
            throw new BadRequest("the body must be application/json");
        }
        try {
            return Answers.JSON.readTree(exchange.getRequestBody().readAllBytes());
        } catch (JacksonException e) {
            throw new BadRequest("the body is not JSON");
        }
    }

    /** The request is not one that can be carried out. */
    static final class BadRequest extends IOException {
        private static final long serialVersionUID = 1;

        private final String what;

        BadRequest(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }
}
