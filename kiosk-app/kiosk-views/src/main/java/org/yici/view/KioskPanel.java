package org.yici.view;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JLayeredPane;
import org.jspecify.annotations.Nullable;
import org.yici.base.Time;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.ScreenPresenter;
import org.yici.kiosk.ui.VisitPreferences;
import org.yici.view.kit.AnimationTimer;
import org.yici.view.kit.Measure;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.Theme;

/**
 * All that the window holds; needs no display, so that tests can paint it. A view lives as long as its screen: a new one is made for
 * each and the former let go with everything it showed.
 *
 * <p>It is painted into a picture in this process's memory, and what changed of that goes to the X server as one piece: Swing's own
 * buffers would take twice as long, and one of them would lie in the X server.
 */
final class KioskPanel extends JLayeredPane implements ScreenPresenter {
    /** A touch that comes sooner was meant for the screen before. */
    static final Duration TOUCH_GUARD = Duration.ofMillis(300);

    private final transient ViewFactory views;
    private final String terminalName;
    private final transient Time time;
    private final transient AnimationTimer motion;
    private transient Theme theme;
    private TopBar top;
    private BottomBar bottom;
    private TimeoutWarning warning;
    private transient Countdown remaining = Countdown.NONE;
    private transient ActionListener listener = action -> {};
    private transient Optional<Screen> shown = Optional.empty();
    private transient Optional<Page> view = Optional.empty();
    /** The screen that {@link #view} was made for. */
    private transient Optional<Screen> viewed = Optional.empty();

    private transient @Nullable BufferedImage canvas;
    private long guardSinceNanos;

    KioskPanel(PanelProfile panel, String terminalName, Path fontFolder, ViewFactory views, Time time) {
        this.views = views;
        this.theme = new Theme(
                new Measure(panel.widthPx(), panel.heightPx(), panel.pitchMm()), fontFolder, views.messages());
        this.terminalName = terminalName;
        this.time = time;
        this.motion = new AnimationTimer(time::nanos);
        this.top = topBar();
        this.bottom = new BottomBar(theme, this::acted);
        this.warning = new TimeoutWarning(theme, this::acted);
        setOpaque(true);
        setBackground(Palette.GROUND);
        setSize(panel.widthPx(), panel.heightPx());
        addBars();
        addMouseListener(new BackgroundTouch());
    }

    private TopBar topBar() {
        return new TopBar(theme, terminalName, time);
    }

    private void addBars() {
        add(top, DEFAULT_LAYER);
        add(bottom, DEFAULT_LAYER);
        add(warning, MODAL_LAYER);
    }

    @Override
    public void show(Screen screen) {
        if (shown.filter(screen::equals).isPresent()) {
            return;
        }
        boolean goesOn = shown.filter(before -> goesOn(before, screen)).isPresent();
        shown = Optional.of(screen);
        replaceView(screen);
        motion.follow(!goesOn, this);
        // The top band stays as it is.
        repaint(0, top.getHeight(), getWidth(), getHeight() - top.getHeight());
    }

    private void replaceView(Screen screen) {
        int place = view.map(Page::place).orElse(0);
        boolean same = shown.equals(viewed);
        view.ifPresent(this::remove);
        Page next = views.create(theme, screen, action -> actedOn(screen, action));
        if (same) {
            next.turnTo(place);
        }
        view = Optional.of(next);
        viewed = shown;
        add(next, DEFAULT_LAYER);
        bottom.keys(screen.traits().back(), screen.traits().exit());
        guardSinceNanos = time.nanos();
        revalidate();
    }

    @Override
    public void preferences(VisitPreferences preferences) {
        if (preferences.equals(theme.preferences())) {
            return;
        }
        theme = theme.with(preferences);
        boolean keyHasFocus = bottom.languageKeyHasFocus();
        remove(top);
        remove(bottom);
        remove(warning);
        top = topBar();
        bottom = new BottomBar(theme, this::acted);
        warning = new TimeoutWarning(theme, this::acted);
        addBars();
        shown.ifPresent(this::replaceView);
        bottom.countdown(remaining.warning() ? Countdown.NONE : remaining);
        warning.show(remaining);
        if (keyHasFocus) {
            bottom.focusLanguageKey();
        }
        motion.follow(false, this);
        revalidate();
        repaint();
    }

    /** Whether the motion goes on rather than begins anew. */
    private static boolean goesOn(Screen before, Screen now) {
        return before.getClass() == now.getClass() && now.traits().continuous();
    }

    @Override
    public void countdown(Countdown countdown) {
        if (countdown.warning() && !warning.isUp()) {
            guardSinceNanos = time.nanos();
        }
        remaining = countdown;
        bottom.countdown(countdown.warning() ? Countdown.NONE : countdown);
        warning.show(countdown);
    }

    @Override
    public void onAction(ActionListener hearer) {
        listener = hearer;
    }

    /** A finger that was still on a view when it went away says nothing to the next. */
    private void actedOn(Screen screen, CitizenAction action) {
        if (shown.filter(now -> now == screen).isPresent()) {
            acted(action);
        }
    }

    private void acted(CitizenAction action) {
        if (time.since(guardSinceNanos).compareTo(TOUCH_GUARD) >= 0) {
            listener.acted(action);
        }
    }

    /** How wide a document's page can be on the view that is shown and laid out; empty if it shows none. */
    OptionalInt documentWidthPx() {
        return view.map(Page::documentWidthPx).orElse(OptionalInt.empty());
    }

    AnimationTimer motion() {
        return motion;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(theme.measure().widthPx(), theme.measure().heightPx());
    }

    @Override
    public void doLayout() {
        Measure m = theme.measure();
        top.setBounds(0, 0, getWidth(), m.topBand());
        bottom.setBounds(0, getHeight() - m.bottomBand(), getWidth(), m.bottomBand());
        warning.setBounds(0, 0, getWidth(), getHeight());
        view.ifPresent(page -> page.setBounds(0, m.topBand(), getWidth(), getHeight() - m.topBand() - m.bottomBand()));
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

    /** From now on painted by way of its own picture; whoever only paints it into one does without. */
    void buffer() {
        BufferedImage picture = new BufferedImage(getWidth(), getHeight(), BufferedImage.TYPE_INT_RGB);
        // Else Java would keep a copy of it in the X server.
        picture.setAccelerationPriority(0);
        canvas = picture;
        setDoubleBuffered(false);
    }

    /** Parts that change are painted by way of the picture too. */
    @Override
    protected boolean isPaintingOrigin() {
        return canvas != null;
    }

    @Override
    public void paint(Graphics g) {
        BufferedImage picture = canvas;
        if (picture == null) {
            super.paint(g);
            return;
        }
        Rectangle all = new Rectangle(0, 0, picture.getWidth(), picture.getHeight());
        Rectangle changed = g.getClipBounds() == null ? all : g.getClipBounds().intersection(all);
        if (changed.isEmpty()) {
            return;
        }
        Graphics2D inMemory = picture.createGraphics();
        inMemory.setFont(g.getFont());
        inMemory.clip(changed);
        super.paint(inMemory);
        inMemory.dispose();
        g.drawImage(picture, 0, 0, null);
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(Palette.GROUND);
        g.fillRect(0, 0, getWidth(), getHeight());
    }

    private final class BackgroundTouch extends MouseAdapter {
        @Override
        public void mouseReleased(MouseEvent event) {
            acted(new CitizenAction.KeepOpen());
        }
    }
}
