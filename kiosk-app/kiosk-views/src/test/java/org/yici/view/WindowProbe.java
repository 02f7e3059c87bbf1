package org.yici.view;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.SwingUtilities;
import org.yici.base.Time;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.service.certificate.CertificateScreen;

/** A program of its own, since tests run without a display: drives the window on {@code DISPLAY} and tells what it saw. */
final class WindowProbe {
    private static final PanelProfile PANEL = PanelProfile.PORTRAIT_27;
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;
    private final Robot robot = new Robot();
    private final BlockingQueue<CitizenAction> actions = new LinkedBlockingQueue<>();
    private final KioskWindow window;

    private WindowProbe(KioskWindow window) throws AWTException {
        this.window = window;
    }

    public static void main(String[] args) throws Exception {
        CompletableFuture<KioskWindow> made = new CompletableFuture<>();
        SwingUtilities.invokeAndWait(() ->
                made.complete(new KioskWindow(PANEL, Samples.TERMINAL, Samples.FONTS, Samples.VIEWS, Time.system())));
        new WindowProbe(made.join()).run();
        System.exit(0);
    }

    private void run() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            window.mapOffScreen();
            window.warmUp();
            window.onAction(actions::add);
            window.show(Samples.menu("林*夏", "0001**********0029", Card.IDENTITY_CARD, Optional.empty()));
        });
        robot.waitForIdle();
        say("offScreen", !looksPainted());
        say("unfocusable", !window.frame().isFocusableWindow());
        AtomicBoolean atOnce = new AtomicBoolean();
        SwingUtilities.invokeAndWait(() -> {
            window.raise();
            window.reveal();
            atOnce.set(looksPainted());
        });
        say("paintedWhenTold", atOnce.get());
        say("focused", await(() -> window.frame().isFocused()));
        say("noTitle", window.frame().getTitle().isEmpty());
        say("touch", tapUntilHeard().map(CitizenAction::toString).orElse("none"));
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_F1);
        SwingUtilities.invokeAndWait(() -> window.show(
                new VisitScreen.Idle(Set.of(Card.IDENTITY_CARD), Samples.tiles(Optional.empty()), Optional.empty())));
        robot.waitForIdle();
        BufferedImage before = screen();
        say("moves", await(() -> differ(before, screen())));
        SwingUtilities.invokeAndWait(() -> window.show(new CertificateScreen.Preview(
                Samples.TITLE, checkedPage(window.pageWidthPx()), 1, Samples.ISSUER.chinese())));
        robot.waitForIdle();
        say("pageIsNotResampled", await(() -> isBlackOrWhite(screen().getSubimage(440, 700, 200, 200))));
    }

    /** The great choice; the first taps may come too soon after the screen appeared. */
    private Optional<CitizenAction> tapUntilHeard() throws InterruptedException {
        Optional<CitizenAction> heard = Optional.empty();
        for (int i = 0; i < 50 && heard.isEmpty(); i++) {
            robot.mouseMove(540, 1040);
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
            robot.waitForIdle();
            heard = Optional.ofNullable(actions.poll(100, TimeUnit.MILLISECONDS));
        }
        return heard;
    }

    private void press(int... keys) {
        for (int key : keys) {
            robot.keyPress(key);
        }
        for (int key : keys) {
            robot.keyRelease(key);
        }
        robot.waitForIdle();
    }

    /** White bands above and below, ground between them, blue in the middle. */
    private boolean looksPainted() {
        BufferedImage now = screen();
        return now.getRGB(540, 20) == 0xFFFFFFFF
                && now.getRGB(20, 1000) == 0xFFF3F6FA
                && now.getRGB(20, 1900) == 0xFFFFFFFF
                && now.getRGB(100, 1100) == 0xFF0B57A4;
    }

    private BufferedImage screen() {
        return robot.createScreenCapture(new Rectangle(PANEL.widthPx(), PANEL.heightPx()));
    }

    private static boolean differ(BufferedImage one, BufferedImage other) {
        int[] a = one.getRGB(0, 400, 1080, 900, null, 0, 1080);
        int[] b = other.getRGB(0, 400, 1080, 900, null, 0, 1080);
        return !Arrays.equals(a, b);
    }

    /** A4, every second pixel black: whatever is resampled turns grey. */
    private static BufferedImage checkedPage(int width) {
        BufferedImage page =
                new BufferedImage(width, (int) Math.round(width * 297 / 210.0), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                page.setRGB(x, y, (x + y) % 2 == 0 ? BLACK : WHITE);
            }
        }
        return page;
    }

    private static boolean isBlackOrWhite(BufferedImage part) {
        int[] pixels = part.getRGB(0, 0, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
        return Arrays.stream(pixels).allMatch(pixel -> pixel == BLACK || pixel == WHITE)
                && Arrays.stream(pixels).anyMatch(pixel -> pixel == BLACK);
    }

    private interface Condition {
        boolean holds();
    }

    private static boolean await(Condition condition) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 100; i++) {
            if (condition.holds()) {
                return true;
            }
            never.await(50, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private static void say(String what, Object seen) {
        System.out.println(what + "=" + seen);
    }
}
