package org.yici.screen;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.yici.base.Time;
import org.yici.journey.stage.Remaining;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Stage;
import org.yici.screen.kit.Palette;

/**
 * The terminal's one window. It is made and warmed up off the screen and brought to the front when its session's turn comes; the
 * process then ends with it. It has no title and uses no clipboard: either would stay in the X server.
 *
 * <p>All calls on the event dispatch thread.
 */
public final class KioskWindow implements Stage {
    /** Far enough beyond the edge of any panel. */
    private static final int OFF_SCREEN = -3000;

    private final PanelProfile panel;
    private final String terminalName;
    private final Path fontFolder;
    private final Time time;
    private final JFrame frame;
    private final KioskPanel content;

    /**
     * Makes the window without showing it.
     *
     * @param terminalName as the top band shows it
     * @param fontFolder holds {@code YiciSans-Regular.ttf}
     * @param time what the top band shows
     * @throws java.io.UncheckedIOException if the font is not there
     */
    public KioskWindow(PanelProfile panel, String terminalName, Path fontFolder, Time time) {
        this.panel = panel;
        this.terminalName = terminalName;
        this.fontFolder = fontFolder;
        this.time = time;
        // All sizes come from the panel's millimetres; FlatLaf must not scale them once more.
        System.setProperty("flatlaf.uiScale.enabled", "false");
        FlatLightLaf.setup();
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(new KeyGuard());
        content = new KioskPanel(panel, terminalName, fontFolder, time);
        frame = new JFrame();
        frame.setUndecorated(true);
        frame.setResizable(false);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.enableInputMethods(false);
        // Seen for some 30 ms before the first paint.
        frame.setBackground(Palette.GROUND);
        frame.getRootPane().setBackground(Palette.GROUND);
        frame.setContentPane(content);
    }

    public JFrame frame() {
        return frame;
    }

    /** Maps the window beyond the panel's edge, where it takes no focus and nothing moves. */
    public void mapOffScreen() {
        content.motion().stop();
        frame.setFocusableWindowState(false);
        frame.setBounds(OFF_SCREEN, 0, panel.widthPx(), panel.heightPx());
        frame.setVisible(true);
    }

    /** Brings the window to the front; {@code afterPaint} runs once all of it was painted and handed to the X server. */
    public void bringToFront(Runnable afterPaint) {
        frame.setFocusableWindowState(true);
        frame.setBounds(0, 0, panel.widthPx(), panel.heightPx());
        frame.setVisible(true);
        frame.toFront();
        // What was asked of the X server would else wait for the paint: the ground is there some 40 ms before it.
        Toolkit.getDefaultToolkit().sync();
        content.requestFocus();
        frame.validate();
        content.paintImmediately(0, 0, content.getWidth(), content.getHeight());
        Toolkit.getDefaultToolkit().sync();
        content.motion().start();
        afterPaint.run();
    }

    /** Paints every screen once into a picture, so that classes, glyphs and icons are at hand when a citizen comes. */
    public void warmUp() {
        KioskPanel trial = new KioskPanel(panel, terminalName, fontFolder, time);
        BufferedImage picture = new BufferedImage(panel.widthPx(), panel.heightPx(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        for (Screen screen : WarmUp.screens()) {
            trial.show(screen);
            trial.layOut();
            trial.paint(g);
        }
        trial.remaining(new Remaining(20, 80, true));
        trial.layOut();
        trial.paint(g);
        g.dispose();
    }

    @Override
    public void show(Screen screen) {
        content.show(screen);
        syncAfterPaint();
    }

    @Override
    public void remaining(Remaining remaining) {
        content.remaining(remaining);
        syncAfterPaint();
    }

    @Override
    public void onTouch(TouchListener listener) {
        content.onTouch(listener);
    }

    private void syncAfterPaint() {
        if (frame.isShowing()) {
            SwingUtilities.invokeLater(Toolkit.getDefaultToolkit()::sync);
        }
    }
}
