package org.yici.check;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.yici.check.rig.Ready;
import org.yici.check.rig.Unmet;

/** An administrator in front of a browser. */
final class AdminPages {
    private static final String NAME = "wangjing";
    private static final String PASSWORD = "sixteen quiet herons";

    private final Ready ready;
    private final Page page;

    AdminPages(Page page, Ready ready) {
        this.page = page;
        this.ready = ready;
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
}
