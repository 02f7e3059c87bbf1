package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.admin.TestService;
import org.yici.admin.TestTerminal;
import org.yici.admin.refusal.RefusalKind;

/** What a browser may do with the administrators' pages, and what it may not; everything refused is counted by its address. */
class PageAccessTest {
    private static final String HERE = "127.0.0.1";
    private static final List<String> PAGES = List.of(
            "/",
            "/terminals",
            "/terminals/now",
            "/terminals/page-0001",
            "/terminals/page-0001/now",
            "/terminals/page-0001/revoke",
            "/refusals",
            "/refusals/now",
            "/updates",
            "/actuator",
            "/actuator/env");

    @TempDir
    static Path data;

    private static TestService service;
    private static AdminBrowser admin;
    private static TestTerminal terminal;

    @BeforeAll
    static void start() throws Exception {
        service = TestService.start(data);
        admin = AdminBrowser.first(service);
        terminal = service.enrolled("page-0001", "示范点");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static AdminBrowser stranger() {
        return new AdminBrowser(service.pages());
    }

    private static boolean isRevoked() {
        return !service.rows("select 1 from terminal where id = 'page-0001' and revoked_at is not null")
                .isEmpty();
    }

    private static String revoke() {
        return "/terminals/" + terminal.id() + "/revoke";
    }

    @Test
    void showsNothingToWhoIsNotLoggedIn() throws Exception {
        long before = admin.refused(RefusalKind.PAGE_WITHOUT_SESSION, HERE);

        for (String page : PAGES) {
            HttpResponse<String> answer = stranger().get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(page)
                    .endsWith("/login");
            assertThat(answer.body()).as(page).doesNotContain("示范点");
        }
        assertThat(admin.refused(RefusalKind.PAGE_WITHOUT_SESSION, HERE)).isEqualTo(before + PAGES.size());
    }

    @Test
    void takesNoFormFromAnotherSitesPage() throws Exception {
        String token = admin.token(revoke());
        long before = admin.refused(RefusalKind.PAGE_FOREIGN_ORIGIN, HERE);

        for (String origin :
                List.of("https://evil.example", "null", "http://127.0.0.1:1", "http://localhost.evil.example")) {
            HttpResponse<String> answer = admin.post(revoke(), Map.of(), Map.of("Origin", origin), token);
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
        }
        assertThat(isRevoked()).isFalse();
        assertThat(admin.refused(RefusalKind.PAGE_FOREIGN_ORIGIN, HERE)).isEqualTo(before + 4);
    }

    @Test
    void takesNoFormWithoutTheTokenOfItsSession() throws Exception {
        String anothers = stranger().token("/login");
        long before = admin.refused(RefusalKind.PAGE_WITHOUT_TOKEN, HERE);

        for (String token : List.of("", "made-up", anothers)) {
            HttpResponse<String> answer = admin.post(revoke(), Map.of(), Map.of(), token);
            assertThat(answer.statusCode()).as(token).isEqualTo(403);
        }
        assertThat(isRevoked()).isFalse();
        assertThat(admin.refused(RefusalKind.PAGE_WITHOUT_TOKEN, HERE)).isEqualTo(before + 3);
        assertThat(admin.get("/terminals").statusCode())
                .as("the session goes on")
                .isEqualTo(200);
    }

    @Test
    void looksAtNoPasswordAfterFiveWrongOnes() throws Exception {
        long wrong = admin.refused(RefusalKind.PASSWORD_WRONG, HERE);
        long locked = admin.refused(RefusalKind.PASSWORD_LOCKED, HERE);
        AdminBrowser guesser = stranger();

        for (int i = 0; i < 5; i++) {
            assertThat(guesser.logIn("guess number " + i).headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).endsWith("/login?error"));
        }
        for (int i = 0; i < 8; i++) {
            guesser.logIn("nobody-" + i, "anything at all");
        }
        guesser.logIn(AdminBrowser.PASSWORD);

        assertThat(guesser.get("/terminals").statusCode())
                .as("not even with the right password, and however many other names were tried between")
                .isEqualTo(302);
        assertThat(admin.refused(RefusalKind.PASSWORD_WRONG, HERE)).isEqualTo(wrong + 13);
        assertThat(admin.refused(RefusalKind.PASSWORD_LOCKED, HERE)).isEqualTo(locked + 1);
        assertThat(service.rows("select distinct account from audit where act = 'LOGIN_REFUSED'"))
                .as("no name is written down that somebody made up")
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("account", AdminBrowser.NAME));
    }

    @Test
    void makesNoSecondFirstAccount() throws Exception {
        String token = stranger().token("/login");
        AdminBrowser stranger = stranger();
        stranger.post(
                "/first-account",
                Map.of(
                        "code",
                        "AAAA-BBBB-CCCC",
                        "name",
                        "mallory",
                        "password",
                        "long enough it is",
                        "repeated",
                        "long enough it is"),
                Map.of(),
                token);

        assertThat(service.rows("select name from account")).hasSize(1);
    }

    /** Tried on a service without an account; seen on its page once there is one. */
    @Test
    void theRightOneTimeCodeIsTakenHoweverManyWrongOnesCameBefore(@TempDir Path fresh) throws Exception {
        try (TestService bare = TestService.start(fresh)) {
            AdminBrowser guesser = new AdminBrowser(bare.pages());
            for (int i = 0; i < 10; i++) {
                assertThat(guesser.makeAccount("AAAA-BBBB-CCCC-DD0" + i).body()).contains("一次性代码不正确或已过期");
            }
            for (int i = 0; i < 30; i++) {
                HttpResponse<String> answer = guesser.makeAccount("AAAA-BBBB-CCCC-EEEE");
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.body()).contains("尝试次数太多");
            }
            assertThat(bare.rows("select 1 from account")).isEmpty();

            AdminBrowser owner = AdminBrowser.first(bare);

            assertThat(bare.rows("select 1 from account")).hasSize(1);
            assertThat(owner.refused(RefusalKind.FIRST_CODE_WRONG, HERE)).isEqualTo(10);
            assertThat(owner.refused(RefusalKind.FIRST_CODE_LOCKED, HERE)).isEqualTo(30);
        }
    }

    @Test
    void nobodyWhoGuessesKeepsAKnownBrowserOut(@TempDir Path fresh) throws Exception {
        try (TestService attacked = TestService.start(fresh)) {
            AdminBrowser owner = AdminBrowser.first(attacked);
            AdminBrowser guesser = new AdminBrowser(attacked.pages());
            for (int i = 0; i < 20; i++) {
                guesser.logIn("guess number " + i);
            }
            assertThat(guesser.logIn(AdminBrowser.PASSWORD).statusCode())
                    .as("under this name from a browser that is not known")
                    .isEqualTo(429);

            HttpResponse<String> answer = owner.logIn(AdminBrowser.PASSWORD);

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/terminals");

            guesser.copyDeviceCookie(owner);
            for (int i = 0; i < 5; i++) {
                assertThat(guesser.logIn("guess number " + i).statusCode()).isEqualTo(302);
            }
            assertThat(guesser.logIn("guess number 6").statusCode())
                    .as("a stolen cookie lets nobody guess faster")
                    .isEqualTo(429);
        }
    }

    @Test
    void whoOnlyLooksAtTheLogInLeavesNothingInMemory() throws Exception {
        for (String page : List.of("/login", "/terminals", "/terminals/page-0001", "/updates")) {
            HttpResponse<String> answer = stranger().get(page);
            assertThat(answer.headers().allValues("Set-Cookie")).as(page).noneMatch(it -> it.startsWith("yici-admin"));
        }
        HttpResponse<String> failed = stranger().logIn("nobody-at-all", "anything at all");
        assertThat(failed.headers().allValues("Set-Cookie")).noneMatch(it -> it.startsWith("yici-admin"));
    }
}
