package org.yici.check;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An administrator in front of Debian's Chromium. */
final class AdminPages implements AutoCloseable {
    private static final String NAME = "wangjing";
    private static final String PASSWORD = "sixteen quiet herons";

    private final Ready ready;
    private final Playwright playwright;
    private final Browser browser;
    private final Page page;

    AdminPages(Ready ready) {
        this.ready = ready;
        Map<String, String> env = new HashMap<>(System.getenv());
        env.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        env.putIfAbsent("PLAYWRIGHT_NODEJS_PATH", "/usr/bin/node");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(env));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--disable-dev-shm-usage")));
        page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("zh-CN"))
                .newPage();
    }

    byte[] picture() {
        return page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
    }

    /** Makes the first account with the one-time code, and logs in. */
    void beFirst() {
        page.navigate(ready.pages() + "first-account");
        page.fill("input[name=code]", ready.firstAccountCode());
        page.fill("input[name=name]", NAME);
        page.fill("input[name=password]", PASSWORD);
        page.fill("input[name=repeated]", PASSWORD);
        page.click("main button[type=submit]");
        logIn();
    }

    private void logIn() {
        page.navigate(ready.pages() + "login");
        page.fill("input[name=username]", NAME);
        page.fill("input[name=password]", PASSWORD);
        page.click("main button[type=submit]");
    }

    /** Opens the list of terminals. */
    void openList() {
        page.navigate(ready.pages());
    }

    /** Opens the demo terminal's own page. */
    void openTerminal() {
        page.navigate(ready.pages() + "terminals/" + ready.terminal());
    }

    /** Waits until {@code text} can be read on the page; it arrives without a reload. */
    void waitFor(String text, int seconds) {
        Locator body = page.locator("main");
        try {
            PlaywrightAssertions.assertThat(body)
                    .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(seconds * 1000.0));
        } catch (AssertionError e) {
            throw new Unmet("not on the page: " + text + "; it reads: " + text());
        }
    }

    /** All text of the page, blanks folded. */
    String text() {
        return page.locator("body").innerText().replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
