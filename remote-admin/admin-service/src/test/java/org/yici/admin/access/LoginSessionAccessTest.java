package org.yici.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.admin.PrivatePostgres;
import org.yici.admin.TestService;
import org.yici.admin.refusal.RefusalKind;

/** A log-in session ends with the person's absence, with log-out, and with a change of the password; its stream ends with it. */
class LoginSessionAccessTest {
    private static final String OTHER_PASSWORD = "battery staple, correct";

    @TempDir
    Path data;

    private static boolean isIn(AdminBrowser browser) throws Exception {
        return browser.get("/terminals").statusCode() == 200;
    }

    private static HttpResponse<String> change(AdminBrowser browser, String old, String fresh) throws Exception {
        return browser.submit("/password", "/password", Map.of("old", old, "password", fresh, "repeated", fresh));
    }

    @Test
    void endsWhenThePersonIsAwayThoughThePageGoesOnAsking() throws Exception {
        try (TestService service =
                TestService.start(data, PrivatePostgres.freshDatabase(), Map.of("yici.pages.idle", "4s"))) {
            AdminBrowser admin = AdminBrowser.first(service);
            Future<String> stream = admin.stream("/updates");

            HttpResponse<String> last = await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> admin.fragment("/terminals/now"), answer -> answer.statusCode() != 200);

            assertThat(last.statusCode()).isEqualTo(401);
            assertThat(last.headers().firstValue("HX-Redirect")).contains("/login?ended");
            assertThat(stream.get(30, TimeUnit.SECONDS))
                    .as("what came before the stream ended")
                    .contains("terminal");
            assertThat(isIn(admin)).isFalse();
            assertThat(admin.get("/login?ended").body()).contains("登录已结束");
        }
    }

    @Test
    void endsAfterTheLongestTimeThoughThePersonIsThere() throws Exception {
        try (TestService service =
                TestService.start(data, PrivatePostgres.freshDatabase(), Map.of("yici.pages.longest-session", "6s"))) {
            AdminBrowser admin = AdminBrowser.first(service);
            Future<String> stream = admin.stream("/updates");

            await().atMost(Duration.ofSeconds(60)).until(() -> !isIn(admin));

            assertThat(stream.get(30, TimeUnit.SECONDS)).contains("terminal");
        }
    }

    @Test
    void endsItsStreamWithTheLogOut() throws Exception {
        try (TestService service = TestService.start(data)) {
            AdminBrowser admin = AdminBrowser.first(service);
            Future<String> stream = admin.stream("/updates");
            await().until(() -> admin.heard().contains("event:terminal"));
            assertThat(stream).isNotDone();

            admin.submit("/terminals", "/logout", Map.of());

            assertThat(stream.get(30, TimeUnit.SECONDS)).contains("event:terminal");
            assertThat(isIn(admin)).isFalse();
        }
    }

    @Test
    void endsEverywhereElseWhenThePasswordIsChanged(@TempDir Path second) throws Exception {
        String database = PrivatePostgres.freshDatabase();
        try (TestService service = TestService.start(data, database, Map.of());
                TestService instance = TestService.start(second, database, Map.of())) {
            AdminBrowser here = AdminBrowser.first(service);
            AdminBrowser there = new AdminBrowser(service.pages());
            there.logIn(AdminBrowser.PASSWORD);
            AdminBrowser elsewhere = new AdminBrowser(instance.pages());
            elsewhere.logIn(AdminBrowser.PASSWORD);
            assertThat(isIn(there) && isIn(elsewhere)).isTrue();
            Future<String> own = here.stream("/updates");
            Future<String> streamThere = there.stream("/updates");
            Future<String> streamElsewhere = elsewhere.stream("/updates");
            await().until(() -> here.heard().contains("event:terminal"));

            assertThat(change(here, "not the old one", OTHER_PASSWORD).body()).contains("原密码不正确");
            assertThat(change(here, AdminBrowser.PASSWORD, "too short").body()).contains("新密码需要 12 至 200 个字符");
            assertThat(change(here, AdminBrowser.PASSWORD, AdminBrowser.PASSWORD)
                            .body())
                    .contains("新密码与原密码相同");
            assertThat(isIn(there)).as("nothing was changed yet").isTrue();
            HttpResponse<String> changed = change(here, AdminBrowser.PASSWORD, OTHER_PASSWORD);

            assertThat(changed.headers().firstValue("Location").orElse("")).endsWith("/password?changed");
            assertThat(isIn(there)).as("another browser").isFalse();
            assertThat(streamThere.get(30, TimeUnit.SECONDS)).contains("terminal");
            assertThat(streamElsewhere.get(30, TimeUnit.SECONDS))
                    .as("at another instance")
                    .contains("terminal");
            assertThat(isIn(elsewhere)).isFalse();
            assertThat(isIn(here)).as("where it was changed").isTrue();
            assertThat(own).as("its stream goes on").isNotDone();
            there.logIn(AdminBrowser.PASSWORD);
            assertThat(isIn(there)).as("with the old password").isFalse();
            there.logIn(OTHER_PASSWORD);
            assertThat(isIn(there)).as("with the new one").isTrue();
            assertThat(here.refused(RefusalKind.PASSWORD_WRONG, "127.0.0.1")).isEqualTo(2);
            assertThat(service.rows("select 1 from audit where act = 'PASSWORD_CHANGED'"))
                    .hasSize(1);
        }
    }

    @Test
    void looksAtFewOldPasswordsOfAStolenSession() throws Exception {
        try (TestService service = TestService.start(data)) {
            AdminBrowser thief = AdminBrowser.first(service);
            for (int i = 0; i < 5; i++) {
                assertThat(change(thief, "guess number " + i, OTHER_PASSWORD).body())
                        .contains("原密码不正确");
            }
            assertThat(change(thief, AdminBrowser.PASSWORD, OTHER_PASSWORD).body())
                    .contains("错误次数太多");
        }
    }
}
