package org.yici.screen;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.swing.JLayeredPane;
import org.yici.base.Time;
import org.yici.journey.stage.Remaining;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Stage;
import org.yici.journey.stage.Touch;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Measure;
import org.yici.screen.kit.Motion;
import org.yici.screen.kit.Palette;

/**
 * All that the window holds; needs no display, so that tests can paint it. A view lives as long as its screen: a new one is made for
 * each and the former let go with everything it showed.
 */
final class KioskPanel extends JLayeredPane implements Stage {
    /** A touch that comes sooner was meant for the screen before. */
    static final Duration DEAF = Duration.ofMillis(300);

    private final transient Look look;
    private final transient Time time;
    private final transient Motion motion;
    private final TopBand top;
    private final BottomBand bottom;
    private final TimeWarning warning;
    private transient TouchListener listener = touch -> {};
    private transient Optional<Screen> shown = Optional.empty();
    private transient Optional<Views> view = Optional.empty();
    private long deafSinceNanos;

    KioskPanel(PanelProfile panel, String terminalName, Path fontFolder, Time time) {
        this.look = new Look(new Measure(panel.widthPx(), panel.heightPx(), panel.pitchMm()), fontFolder);
        this.time = time;
        this.motion = new Motion(time::nanos);
        this.top = new TopBand(look, terminalName, time);
        this.bottom = new BottomBand(look, this::touched);
        this.warning = new TimeWarning(look, this::touched);
        setOpaque(true);
        setBackground(Palette.GROUND);
        setSize(panel.widthPx(), panel.heightPx());
        add(top, DEFAULT_LAYER);
        add(bottom, DEFAULT_LAYER);
        add(warning, MODAL_LAYER);
        addMouseListener(new BesideAnyKey());
    }

    @Override
    public void show(Screen screen) {
        if (shown.filter(screen::equals).isPresent()) {
            return;
        }
        boolean goesOn = shown.filter(before -> goesOn(before, screen)).isPresent();
        shown = Optional.of(screen);
        view.ifPresent(before -> remove(before.page()));
        Views next = Views.of(look, screen, touch -> touchedOn(screen, touch));
        view = Optional.of(next);
        add(next.page(), DEFAULT_LAYER);
        bottom.keys(next.back(), next.end());
        deafSinceNanos = time.nanos();
        motion.follow(!goesOn, this);
        revalidate();
        repaint();
    }

    /** Whether the motion goes on rather than begins anew. */
    private static boolean goesOn(Screen before, Screen now) {
        return before.getClass() == now.getClass() && (now instanceof Screen.Printing || now instanceof Screen.Idle);
    }

    @Override
    public void remaining(Remaining remaining) {
        if (remaining.warning() && !warning.isUp()) {
            deafSinceNanos = time.nanos();
        }
        bottom.remaining(remaining.warning() ? Remaining.NONE : remaining);
        warning.show(remaining);
    }

    @Override
    public void onTouch(TouchListener hearer) {
        listener = hearer;
    }

    /** A finger that was still on a view when it went away says nothing to the next. */
    private void touchedOn(Screen screen, Touch touch) {
        if (shown.filter(now -> now == screen).isPresent()) {
            touched(touch);
        }
    }

    private void touched(Touch touch) {
        if (time.since(deafSinceNanos).compareTo(DEAF) >= 0) {
            listener.touched(touch);
        }
    }

    Motion motion() {
        return motion;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(look.measure().widthPx(), look.measure().heightPx());
    }

    @Override
    public void doLayout() {
        Measure m = look.measure();
        top.setBounds(0, 0, getWidth(), m.topBand());
        bottom.setBounds(0, getHeight() - m.bottomBand(), getWidth(), m.bottomBand());
        warning.setBounds(0, 0, getWidth(), getHeight());
        view.ifPresent(v -> v.page().setBounds(0, m.topBand(), getWidth(), getHeight() - m.topBand() - m.bottomBand()));
    }

    /** Lays everything out at once, also where there is no window. */
    void layOut() {
        layOut(this);
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layOut(inner);
            }
        }
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(Palette.GROUND);
        g.fillRect(0, 0, getWidth(), getHeight());
    }

    private final class BesideAnyKey extends MouseAdapter {
        @Override
        public void mouseReleased(MouseEvent event) {
            touched(new Touch.Stay());
        }
    }
}
