package org.yici.check;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.yici.check.rig.Ready;

/** A newcomer in front of the bench's page: the kiosk as a machine, in a browser. */
final class BenchPage {
    private static final double SCREEN_WIDTH = 1080;
    private static final double SCREEN_HEIGHT = 1920;

    private final Page page;

    BenchPage(Page page, Ready ready) {
        this.page = page;
        page.navigate(ready.bench());
        page.locator("#dark").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Touches the picture of the screen where the screen itself has this spot. */
    void touch(Text.Spot spot) {
        Locator canvas = page.locator("#screen");
        BoundingBox box = canvas.boundingBox();
        canvas.click(new Locator.ClickOptions()
                .setPosition(spot.x() * box.width / SCREEN_WIDTH, spot.y() * box.height / SCREEN_HEIGHT));
    }

    /** Takes the first sheet of the tray into sight. */
    void waitForPaper() {
        page.locator("#tray img").first().waitFor();
    }

    byte[] picture() {
        return page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
    }
}
