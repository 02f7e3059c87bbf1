package org.yici.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.contract.Json;
import org.yici.contract.entry.Entry;
import org.yici.contract.entry.EntryHeader;
import org.yici.contract.entry.EntryKinds;
import org.yici.contract.entry.PrintReport;
import org.yici.contract.entry.SessionEvent;
import org.yici.contract.entry.SessionEvent.Level;
import org.yici.contract.https.Citizen;
import org.yici.contract.https.IssuedCopy;
import org.yici.contract.sealing.CentreKey;
import org.yici.contract.sealing.Sealer;

/** The administrator's way through the pages, in Debian's Chromium; leaves pictures in {@code target/pages}. */
class PagesTest {
    private static final String NAME = "周管理";
    private static final String PASSWORD = "correct horse battery";
    private static final Citizen CITIZEN = new Citizen("韦春晓", "000101199602142288");

    @TempDir
    static Path data;

    private static TestService service;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        service = TestService.start(data);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.putIfAbsent("PLAYWRIGHT_NODEJS_PATH", "/usr/bin/node");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--disable-dev-shm-usage")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
        service.close();
    }

    private static String address(String path) {
        return service.pages().resolve(path).toString();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pages/" + name + ".png"))
                .setFullPage(true));
    }

    @Test
    void leadsFromTheFirstAccountToALiveTerminal() throws Exception {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"))) {
            Page page = context.newPage();
            List<String> faults = new CopyOnWriteArrayList<>();
            List<String> outside = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add(message.text());
                }
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(service.pages().toString())) {
                    outside.add(request.url());
                }
            });

            makeTheFirstAccount(page);
            logIn(page, context);

            assertThat(page.locator("h2")).hasText("还没有终端");
            picture(page, "terminals-none");

            TestTerminal busy = service.enrolled("demo-0001", "示范便民超市");
            service.enrolled("demo-0002", "样板村便民服务站");
            TestTerminal quiet = service.enrolled("demo-0003", "示范县城关邮政支局");
            try (TestAgent agent = TestAgent.connect(busy, service.broker(), 1);
                    TestAgent other = TestAgent.connect(quiet, service.broker(), 1)) {
                agent.birth();
                other.birth();
                other.leave();
                assertThat(row(page, "示范便民超市").locator(".pill")).hasText("在线");
                assertThat(row(page, "样板村便民服务站").locator(".pill")).hasText("未知");
                assertThat(row(page, "示范县城关邮政支局").locator(".pill")).hasText("离线");
                assertThat(row(page, "示范县城关邮政支局")).containsText("正常停机");
                assertThat(page.locator("#live-sign")).hasText("实时");
                picture(page, "terminals");

                page.getByText("示范便民超市").click();
                assertThat(page.locator("h1")).hasText("示范便民超市");
                oneCitizen(busy, agent, PrintReport.Outcome.DELIVERED);
                oneCitizen(busy, agent, PrintReport.Outcome.UNCERTAIN);
                assertThat(page.locator(".event-word").getByText("出纸完成")).isVisible();
                assertThat(page.getByText("打印机报告的页数")).isVisible();
                Locator shown = page.locator(".events li").filter(new Locator.FilterOptions().setHasText("屏幕提示故障"));
                assertThat(shown.locator(".event-numbers")).hasText("P06 不能确认打印件是否已送出。");
                agent.health("out");
                assertThat(page.locator(".device .pill.bad")).hasText("缺纸");
                assertThat(page.locator(".faults")).containsText("现场人员处理");
                assertThat(page.locator(".details").getByText("与登记一致")).isVisible();
                assertThat(page.locator(".counts")).hasText("已读1,234 次 失败5 次");
                String text = page.innerText("body");
                assertThat(text).doesNotContain(CITIZEN.name()).doesNotContain(CITIZEN.number());
                picture(page, "terminal");
            }
            assertThat(page.locator(".state-box .pill")).hasText("离线");
            picture(page, "terminal-offline");

            showsWhatWasRefused(page, busy, quiet);

            page.navigate(address("/terminals/nobody-here"));
            assertThat(page.locator("h1")).hasText("没有这个页面");
            assertThat(page).hasTitle("没有找到 · 一次 管理中心");
            page.navigate(address("/terminals"));
            changesThePassword(page);
            page.getByText("退出").click();
            assertThat(page.locator(".notice")).hasText("您已退出。");
            page.navigate(address("/terminals/demo-0001"));
            assertThat(page).hasURL(address("/login"));
            faults.removeIf(fault -> fault.contains("404"));
            assertThat(faults).as("errors in the browser's console").isEmpty();
            assertThat(outside).as("requests that left the service").isEmpty();
        }
    }

    /** Refused at all four gates, seen on the page; then the button that ends a certificate. */
    private static void showsWhatWasRefused(Page page, TestTerminal busy, TestTerminal quiet) throws Exception {
        try (TestAgent agent = TestAgent.connect(quiet, service.broker(), 2)) {
            for (int i = 0; i < 3; i++) {
                agent.publish("yici/v1/t/demo-0003/out/health", new byte[] {'{'});
            }
            agent.subscribe("yici/v1/#");
        }
        service.sql()
                .sql("update terminal set requests_per_hour = 1 where id = 'demo-0001'")
                .update();
        String pass = busy.pass().pass();
        for (int i = 0; i < 7; i++) {
            busy.askForOffers(pass, CITIZEN, busy.evidence());
        }
        busy.askForPass(false);
        busy.askForOffers("made.up.pass", CITIZEN, busy.evidence());

        page.navigate(address("/terminals"));
        page.getByText("拒绝记录").click();
        assertThat(page.locator("h1")).hasText("拒绝记录");
        for (String word :
                List.of("订阅不属于自己的主题", "暂时断开并屏蔽", "消息不能解析", "超过每小时次数", "申请通行证时没有证书", "用户名或密码不正确", "一次性代码不正确")) {
            assertThat(page.getByText(word)).isVisible();
        }
        picture(page, "refusals");
        page.getByText("demo-0003").first().click();
        assertThat(page.locator("[data-kind=MESSAGE_MALFORMED] td.number").first())
                .hasText("3");
        picture(page, "terminal-refusals");
        page.getByText("吊销…").click();
        assertThat(page.locator("h1")).hasText("吊销这台终端的证书？");
        picture(page, "revoke");
        page.click("button[type=submit]");
        assertThat(page.locator(".facts")).containsText("已吊销");
    }

    private static void changesThePassword(Page page) {
        page.getByText("修改密码").click();
        assertThat(page.locator("h1")).hasText("修改密码");
        picture(page, "password");
        fillPassword(page, "not the old password", "another good passphrase");
        assertThat(page.locator(".notice.bad")).containsText("原密码不正确");
        picture(page, "password-refused");
        fillPassword(page, PASSWORD, "another good passphrase");
        assertThat(page.locator(".notice.good")).containsText("密码已修改");
        picture(page, "password-changed");
        page.getByText("返回").click();
        assertThat(page.locator("#live-sign")).hasText("实时");
    }

    private static void fillPassword(Page page, String old, String fresh) {
        page.fill("#old", old);
        page.fill("#password", fresh);
        page.fill("#repeated", fresh);
        page.click("button[type=submit]");
    }

    private static Locator row(Page page, String name) {
        return page.locator("tr.row").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void makeTheFirstAccount(Page page) throws Exception {
        Path file = data.resolve("run/yici/first-account-code");
        await().until(() -> Files.exists(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        page.navigate(address("/"));
        assertThat(page.locator("h1")).hasText("建立第一个账户");
        fill(page, "AAAA-BBBB-CCCC", PASSWORD);
        assertThat(page.locator(".notice.bad")).containsText("一次性代码不正确");
        picture(page, "first-account");
        fill(page, Files.readString(file).strip().toLowerCase(Locale.ROOT), PASSWORD);
        assertThat(page.locator(".notice.good")).hasText("账户已建立，请登录。");
        picture(page, "login");
        assertThat(Files.exists(file)).isFalse();
        page.navigate(address("/first-account"));
        assertThat(page).hasURL(address("/login"));
    }

    private static void fill(Page page, String code, String password) {
        page.fill("#code", code);
        page.fill("#name", NAME);
        page.fill("#password", password);
        page.fill("#repeated", password);
        page.click("button[type=submit]");
    }

    private static void logIn(Page page, BrowserContext context) {
        page.fill("#username", NAME);
        page.fill("#password", "wrong wrong wrong");
        page.click("button[type=submit]");
        assertThat(page.locator(".notice.bad")).containsText("不正确");
        page.fill("#username", NAME);
        page.fill("#password", PASSWORD);
        page.click("button[type=submit]");
        assertThat(page).hasURL(address("/terminals"));
        Cookie session = context.cookies().stream()
                .filter(cookie -> cookie.name.equals("yici-admin"))
                .findFirst()
                .orElseThrow();
        assertThat(session.httpOnly).isTrue();
        assertThat(String.valueOf(session.sameSite)).isEqualTo("STRICT");
    }

    /** What a terminal tells of one citizen's visit. */
    private static void oneCitizen(TestTerminal terminal, TestAgent agent, PrintReport.Outcome outcome)
            throws Exception {
        IssuedCopy copy = terminal.copy(terminal.pass().pass(), UUID.randomUUID(), CITIZEN);
        String session = UUID.randomUUID().toString();
        boolean good = outcome == PrintReport.Outcome.DELIVERED;
        Instant shown = Instant.now().minusSeconds(50);
        List<SessionEvent> events = new ArrayList<>(List.of(
                new SessionEvent(session, "SESSION_SHOWN", Level.INFO, Map.of("slot", 1L, "millis", 84L), shown),
                new SessionEvent(session, "CARD_READ", Level.INFO, Map.of("millis", 640L), shown.plusSeconds(9)),
                new SessionEvent(session, "OFFERS_SHOWN", Level.INFO, Map.of("offers", 1L), shown.plusSeconds(14)),
                new SessionEvent(session, "CONSENT_GIVEN", Level.INFO, Map.of(), shown.plusSeconds(21)),
                new SessionEvent(
                        session,
                        "COPY_ISSUED",
                        Level.INFO,
                        Map.of("copy", (long) copy.copyNumber()),
                        shown.plusSeconds(23)),
                new SessionEvent(session, "SEAL_GOOD", Level.INFO, Map.of(), shown.plusSeconds(23)),
                new SessionEvent(session, "PRINT_SENT", Level.INFO, Map.of("sheets", 1L), shown.plusSeconds(28))));
        if (good) {
            events.add(new SessionEvent(
                    session, "PRINT_DELIVERED", Level.INFO, Map.of("millis", 5230L), shown.plusSeconds(33)));
        } else {
            events.add(new SessionEvent(
                    session, "PRINT_UNCERTAIN", Level.WARNING, Map.of("millis", 61_000L), shown.plusSeconds(33)));
            events.add(new SessionEvent(session, "ERROR_SHOWN", Level.WARNING, Map.of("P", 6L), shown.plusSeconds(33)));
        }
        events.add(new SessionEvent(
                session, "SESSION_ENDED", Level.INFO, Map.of("reason", good ? 0L : 3L), shown.plusSeconds(40)));
        for (SessionEvent event : events) {
            EntryHeader header = new EntryHeader(terminal.id(), TestAgent.key(), 1, EntryKinds.SESSION_EVENT, 1);
            agent.entry(Entry.open(header, Json.tree(event)));
            agent.awaitRecorded();
        }
        PrintReport report = new PrintReport(
                copy.copyId(),
                Optional.of(copy.certificate()),
                outcome,
                good ? Optional.of("IMPRESSIONS") : Optional.empty(),
                good ? 1 : 0,
                1,
                good ? Optional.empty() : Optional.of("connection-lost"),
                session,
                Instant.now());
        EntryHeader header = new EntryHeader(terminal.id(), TestAgent.key(), 1, EntryKinds.PRINT_OUTCOME, 1);
        agent.entry(new Sealer(CentreKey.read(TestKeys.trust().resolve("centre-sealing.pem"))).seal(header, report));
        agent.awaitRecorded();
    }
}
