package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.yici.admin.TestService;
import org.yici.admin.TestTerminal;
import org.yici.contract.https.Resources;

/**
 * Asks for everything that the program answers, as it lists it itself, on each port, without credentials, written in each odd way: only
 * a short list that stands here answers, and on its own port alone.
 */
class ConnectorAccessTest {
    private static final String TERMINAL = "port-0001";

    /** What strangers may reach on the pages' port: log-in, first account, health, what the log-in page is drawn with. */
    private static final List<String> OPEN_PAGES = List.of(
            "/login",
            "/first-account",
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/health/readiness",
            "/assets/admin.css",
            "/webjars/htmx.org/dist/htmx.min.js");

    /** What strangers may reach on the terminals' port. */
    private static final List<String> OPEN_RESOURCES = List.of(Resources.ENROLMENT);

    @TempDir
    static Path data;

    private static TestService service;
    private static AdminBrowser admin;
    private static HttpClient client;

    private record Call(String method, String path) {}

    @BeforeAll
    static void start() throws Exception {
        service = TestService.start(data);
        admin = AdminBrowser.first(service);
        TestTerminal terminal = service.enrolled(TERMINAL, "示范点");
        client = HttpClient.newBuilder()
                .sslContext(terminal.tls(false, "service-ca.pem"))
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Each mapping of a method, of the actuator and of files. */
    private static Set<String> mapped() {
        Set<String> paths = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : service.beans(RequestMappingInfoHandlerMapping.class)) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                paths.addAll(info.getPatternValues());
            }
        }
        for (AbstractUrlHandlerMapping mapping : service.beans(AbstractUrlHandlerMapping.class)) {
            paths.addAll(mapping.getHandlerMap().keySet());
        }
        paths.addAll(OPEN_PAGES);
        paths.addAll(List.of("/logout", "/actuator/env", "/updates", "/nothing-here"));
        Set<String> concrete = new TreeSet<>();
        for (String path : paths) {
            concrete.add(path.replace("{id}", TERMINAL)
                    .replaceAll("\\{\\*?[a-z]+\\}", "x")
                    .replace("/**", "/x"));
        }
        return concrete;
    }

    private static List<String> methods() {
        return List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS");
    }

    /** The odd ways to write a path that some server once took for another path. */
    private static final Map<String, UnaryOperator<String>> WAYS = Map.ofEntries(
            Map.entry("as it is", path -> path),
            Map.entry("first letter encoded", path -> encoded(path, 1)),
            Map.entry("second letter encoded", path -> encoded(path, 2)),
            Map.entry("first letter upper case and encoded", path -> encoded(upper(path), 1)),
            Map.entry("first letter encoded twice", path -> encoded(path, 1).replace("%", "%25")),
            Map.entry("upper case", path -> path.toUpperCase(Locale.ROOT)),
            Map.entry("first letter upper case", ConnectorAccessTest::upper),
            Map.entry("parameter after the first part", path -> path.replaceFirst("^(/[^/]*)", "$1;x=y")),
            Map.entry("parameter before", path -> "/;x=y" + path),
            Map.entry("parameter at the end", path -> path + ";x=y"),
            Map.entry("two slashes", path -> "/" + path),
            Map.entry("two slashes within", path -> path.replaceFirst("^(/[^/]*)/", "$1//")),
            Map.entry("a dot", path -> "/." + path),
            Map.entry("a dot within", path -> path.replaceFirst("^(/[^/]*)/", "$1/./")),
            Map.entry("an encoded dot", path -> "/%2e" + path),
            Map.entry("from an open place upwards", path -> "/login/.." + path),
            Map.entry("from open files upwards", path -> "/assets/.." + path),
            Map.entry("from open files upwards, encoded", path -> "/assets/%2e%2e" + path),
            Map.entry("from open files upwards, slash encoded", path -> "/assets/..%2f" + path.substring(1)),
            Map.entry("encoded slash", path -> path.replaceFirst("^(/[^/]*)/", "$1%2F")),
            Map.entry("backslash", path -> "/%5C" + path.substring(1)),
            Map.entry("a slash at the end", path -> path + "/"),
            Map.entry("an ending", path -> path + ".html"),
            Map.entry("a null byte", path -> path + "%00"),
            Map.entry("a line feed", path -> path + "%0a"));

    private static String encoded(String path, int at) {
        return path.length() <= at || !Character.isLetter(path.charAt(at))
                ? path
                : path.substring(0, at) + "%%%02x".formatted((int) path.charAt(at)) + path.substring(at + 1);
    }

    private static String upper(String path) {
        return path.length() < 2
                ? path
                : path.charAt(0) + path.substring(1, 2).toUpperCase(Locale.ROOT) + path.substring(2);
    }

    private static HttpResponse<String> send(URI port, String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Refused before anything looked at it: by the server, the firewall, or the chain of this port. */
    private static boolean isRefused(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 302 -> answer.headers().firstValue("Location").orElse("").matches(".*/login(\\?[a-z]+)?");
            case 401 -> answer.body().isEmpty() || answer.body().contains("PASS_REFUSED");
            case 403 -> !answer.body().contains("ENROLMENT_REFUSED");
            case 404, 405, 501 -> true;
            case 400 -> !answer.body().contains("MALFORMED");
            default -> false;
        };
    }

    private static List<String> reached(URI port, Collection<String> open) throws Exception {
        List<String> reached = new ArrayList<>();
        for (String path : mapped()) {
            if (open.contains(path)) {
                continue;
            }
            for (Map.Entry<String, UnaryOperator<String>> way : WAYS.entrySet()) {
                String written = way.getValue().apply(path);
                for (String method : way.getKey().equals("as it is") ? methods() : List.of("GET", "POST")) {
                    if (method.equals("OPTIONS") || open.contains(written)) {
                        continue;
                    }
                    HttpResponse<String> answer = send(port, method, written);
                    if (!isRefused(answer)) {
                        reached.add(method + " " + written + " (" + way.getKey() + "): " + answer.statusCode() + " "
                                + answer.body().lines().findFirst().orElse(""));
                    }
                }
            }
        }
        return reached;
    }

    @Test
    void listsWhatTheProgramAnswers() {
        assertThat(mapped())
                .contains(Resources.ENROLMENT, Resources.PASS, Resources.OFFERS, Resources.COPIES)
                .contains("/terminals", "/terminals/" + TERMINAL, "/updates", "/refusals", "/login", "/first-account")
                .contains("/actuator/health", "/x", "/webjars/x", "/error");
    }

    @Test
    void strangersReachOnTheTerminalsPortNothingButEnrolment() throws Exception {
        assertThat(reached(service.terminals(), OPEN_RESOURCES)).isEmpty();
        assertThat(send(service.terminals(), "POST", Resources.ENROLMENT).body())
                .as("enrolment itself is reached")
                .contains("MALFORMED");
    }

    @Test
    void strangersReachOnThePagesPortNothingButLogInHealthAndFiles() throws Exception {
        assertThat(reached(service.pages(), OPEN_PAGES)).isEmpty();
        for (String path : OPEN_PAGES) {
            assertThat(send(service.pages(), "GET", path).statusCode()).as(path).isIn(200, 302);
        }
    }

    /** The session of an administrator opens pages, and no resource of a terminal, in whatever way it is written. */
    @Test
    void anAdministratorReachesNoResourceOfATerminal() throws Exception {
        for (String resource : List.of(Resources.ENROLMENT, Resources.PASS, Resources.OFFERS, Resources.COPIES)) {
            for (Map.Entry<String, UnaryOperator<String>> way : WAYS.entrySet()) {
                String written = way.getValue().apply(resource);
                HttpResponse<String> answer = admin.post(written, Map.of(), Map.of(), admin.token("/terminals"));
                assertThat(answer.statusCode()).as(way.getKey() + " " + written).isIn(400, 403, 404);
                assertThat(answer.body()).as(written).doesNotContain("\"code\"");
            }
        }
    }

    /** A terminal's certificate and pass open its resources, and no page. */
    @Test
    void aTerminalReachesNoPage() throws Exception {
        TestTerminal terminal = service.enrolled("port-0002", "示范点");
        Map<String, String> bearer = TestTerminal.bearer(terminal.pass().pass());
        for (String page :
                List.of("/terminals", "/refusals", "/login", "/actuator/health", "/assets/admin.css", "/error")) {
            assertThat(terminal.post(page, new byte[0], bearer, true).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
    }
}
