package org.yici.admin.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.yici.admin.TestService;
import org.yici.admin.refusal.RefusalKind;

/** An administrator's browser as far as forms and cookies go; reads what the page of refusals shows. */
final class AdminBrowser {
    static final String NAME = "周管理";
    static final String PASSWORD = "correct horse battery";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI pages;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    AdminBrowser(URI pages) {
        this.pages = pages;
    }

    /** Makes the first account and logs in. */
    static AdminBrowser first(TestService service) throws Exception {
        AdminBrowser browser = new AdminBrowser(service.pages());
        browser.makeAccount(code(service));
        browser.logIn(PASSWORD);
        if (browser.get("/terminals").statusCode() != 200) {
            throw new AssertionError("the administrator could not log in");
        }
        return browser;
    }

    /** Takes over what makes another browser a known one. */
    void copyDeviceCookie(AdminBrowser other) {
        other.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("yici-device"))
                .forEach(cookie -> cookies.getCookieStore().add(pages, cookie));
    }

    static String code(TestService service) throws IOException {
        return code(service.data());
    }

    /** @param data the folder of the program */
    static String code(Path data) throws IOException {
        var file = data.resolve("run/yici/first-account-code");
        Awaitility.await().until(() -> Files.exists(file));
        return Files.readString(file).strip();
    }

    HttpResponse<String> makeAccount(String code) throws Exception {
        return submit(
                "/first-account",
                "/first-account",
                Map.of("code", code, "name", NAME, "password", PASSWORD, "repeated", PASSWORD));
    }

    HttpResponse<String> logIn(String password) throws Exception {
        return logIn(NAME, password);
    }

    HttpResponse<String> logIn(String name, String password) throws Exception {
        return submit("/login", "/login", Map.of("username", name, "password", password));
    }

    /** As it is written, however odd. */
    private URI address(String path) {
        return URI.create(pages + path);
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A part of a page, as the page itself asks for it. */
    HttpResponse<String> fragment(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address(path))
                        .header("HX-Request", "true")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Listens to a stream of events; what came, once it ended. */
    Future<String> stream(String path) {
        return client.sendAsync(
                        HttpRequest.newBuilder(address(path))
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .thenApplyAsync(this::listen);
    }

    private String listen(HttpResponse<Stream<String>> stream) {
        StringBuilder all = new StringBuilder();
        stream.body().forEach(line -> {
            heard.add(line);
            all.append(line).append('\n');
        });
        return all.toString();
    }

    /** The lines that came on streams up to now. */
    List<String> heard() {
        return heard;
    }

    /** Sends the form of a page as a browser does. */
    HttpResponse<String> submit(String page, String path, Map<String, String> fields) throws Exception {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        return post(path, fields, Map.of("Origin", pages.toString()), token.group(1));
    }

    /** @param token of the form; empty for none */
    HttpResponse<String> post(String path, Map<String, String> fields, Map<String, String> headers, String token)
            throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(token.isEmpty() ? body : body + "&_csrf=" + token));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A form's token of this session. */
    String token(String page) throws Exception {
        Matcher token = TOKEN.matcher(get(page).body());
        return token.find() ? token.group(1) : "";
    }

    /** How often, says the page of refusals, this was refused to this one. */
    long refused(RefusalKind kind, String who) throws Exception {
        return count(
                get("/refusals").body(), "data-kind=\"" + kind + "\" data-who=\"" + who + "\" data-times=\"([0-9]+)\"");
    }

    /** The same, says the terminal's own page. */
    long refusedOnItsPage(RefusalKind kind, String terminal) throws Exception {
        return count(get("/terminals/" + terminal).body(), "data-kind=\"" + kind + "\" data-times=\"([0-9]+)\"");
    }

    private static long count(String page, String row) {
        Matcher found = Pattern.compile(row).matcher(page);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }
}
