package org.yici.view;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.JFrame;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.yici.base.Time;
import org.yici.kiosk.port.WindowControl;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenPresenter;
import org.yici.kiosk.ui.VisitPreferences;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.view.kit.Palette;

/**
 * The terminal's one window. It is made and warmed up off the screen and brought to the front when its session's turn comes; the
 * process then ends with it. It has no title and uses no clipboard: either would stay in the X server.
 *
 * <p>All calls on the event dispatch thread.
 */
public final class KioskWindow implements ScreenPresenter, WindowControl {
    /** Far enough beyond the edge of any panel. */
    private static final int OFF_SCREEN = -3000;

    private final PanelProfile panel;
    private final ViewFactory views;
    private final String terminalName;
    private final Path fontFolder;
    private final Time time;
    private final JFrame frame;
    private final KioskPanel content;
    private int pageWidthPx;

    /**
     * Makes the window without showing it.
     *
     * @param terminalName as the top band shows it
     * @param fontFolder holds {@code YiciSans-Regular.ttf}
     * @param views those of all services of this terminal
     * @param time what the top band shows
     * @throws java.io.UncheckedIOException if the font is not there
     */
    public KioskWindow(PanelProfile panel, String terminalName, Path fontFolder, ViewFactory views, Time time) {
        this.views = views;
        this.panel = panel;
        this.terminalName = terminalName;
        this.fontFolder = fontFolder;
        this.time = time;
        // All sizes come from the panel's millimetres; FlatLaf must not scale them once more.
        System.setProperty("flatlaf.uiScale.enabled", "false");
        FlatLightLaf.setup();
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(new KeyFilter());
        content = new KioskPanel(panel, terminalName, fontFolder, views, time);
        frame = new JFrame();
        frame.setUndecorated(true);
        frame.setResizable(false);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.enableInputMethods(false);
        // Seen for some 30 ms before the first paint.
        frame.setBackground(Palette.GROUND);
        // Nothing is painted below the content: it would be seen before the content is.
        frame.getRootPane().setOpaque(false);
        frame.setContentPane(content);
        content.buffer();
        RepaintManager.currentManager(content).setDoubleBufferingEnabled(false);
    }

    public JFrame frame() {
        return frame;
    }

    /** Maps the window beyond the panel's edge, painted as it will be seen, where it takes no focus and nothing moves. */
    public void mapOffScreen() {
        content.motion().stop();
        content.show(new VisitScreen.Idle(Set.of(Card.IDENTITY_CARD), List.of(), Optional.empty()));
        frame.setFocusableWindowState(false);
        frame.setBounds(OFF_SCREEN, 0, panel.widthPx(), panel.heightPx());
        frame.setVisible(true);
        paintNow();
    }

    /** How wide an upright A4 page is on the preview of a certificate, in pixels. After {@link #warmUp}. */
    public int pageWidthPx() {
        return pageWidthPx;
    }

    @Override
    public void raise() {
        frame.setFocusableWindowState(true);
        frame.setLocation(0, 0);
        frame.toFront();
        // Asked of the X server now, not with the next paint.
        Toolkit.getDefaultToolkit().sync();
    }

    @Override
    public void reveal() {
        content.requestFocus();
        paintNow();
        content.motion().start();
    }

    private void paintNow() {
        frame.validate();
        content.repaint();
        RepaintManager.currentManager(content).paintDirtyRegions();
        Toolkit.getDefaultToolkit().sync();
    }

    /** Paints every screen once into a picture, so that classes, glyphs and icons are at hand when a citizen comes. */
    public void warmUp() {
        KioskPanel trial = new KioskPanel(panel, terminalName, fontFolder, views, time);
        BufferedImage picture = new BufferedImage(panel.widthPx(), panel.heightPx(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        for (Screen screen : views.samples()) {
            trial.show(screen);
            trial.layOut();
            trial.paint(g);
            trial.documentWidthPx().ifPresent(width -> pageWidthPx = width);
        }
        trial.countdown(new Countdown(20, 80, true));
        trial.layOut();
        trial.paint(g);
        trial.preferences(VisitPreferences.DEFAULT.withLanguage(
                VisitPreferences.DEFAULT.language().next()));
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
    public void preferences(VisitPreferences preferences) {
        content.preferences(preferences);
        syncAfterPaint();
    }

    @Override
    public void countdown(Countdown countdown) {
        content.countdown(countdown);
        syncAfterPaint();
    }

    @Override
    public void onAction(ActionListener listener) {
        content.onAction(listener);
    }

    private void syncAfterPaint() {
        if (frame.isShowing()) {
            SwingUtilities.invokeLater(Toolkit.getDefaultToolkit()::sync);
        }
    }
}
