package org.yici.view;

import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Countdown;
import org.yici.view.kit.KioskButton;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.SurfacePanel;
import org.yici.view.kit.TextBlock;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** Over everything for the last seconds: 继续办理 is the largest key, and a touch anywhere else means the same. */
final class TimeoutWarning extends Page {
    private final Theme theme;
    private final CountdownRing ring;
    private final TextBlock sentence;

    TimeoutWarning(Theme theme, Consumer<CitizenAction> actions) {
        super(new MigLayout("insets 0, fill", "[center]", "[center]"));
        this.theme = theme;
        int width = theme.measure().column();
        int inset = theme.mm(16);
        int wrap = width - 2 * inset;
        ring = new CountdownRing(theme, 44, TextSize.TITLE);
        sentence = theme.words(theme.text("timeout.sentence", 20), TextSize.LEAD, Palette.QUIET, wrap)
                .centred();
        SurfacePanel card = SurfacePanel.white(
                theme, new MigLayout("insets " + inset + ", gap 0, wrap 1", "[" + wrap + "!, center]"));
        card.add(ring);
        card.add(
                theme.words(theme.text("timeout.title"), TextSize.TITLE, Palette.TEXT, wrap)
                        .centred(),
                "gaptop " + theme.mm(8));
        card.add(sentence, "gaptop " + theme.mm(3));
        KioskButton stay = new KioskButton(
                theme,
                KioskButton.Rank.MAIN,
                theme.text("button.keep-open"),
                () -> actions.accept(new CitizenAction.KeepOpen()));
        KioskButton end = new KioskButton(
                theme,
                KioskButton.Rank.OTHER,
                theme.text("button.exit.short"),
                () -> actions.accept(new CitizenAction.Exit()));
        card.add(stay, "growx, h " + theme.mm(36) + "!, gaptop " + theme.mm(12));
        card.add(end, "w 50%, gaptop " + theme.mm(8));
        add(card);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                actions.accept(new CitizenAction.KeepOpen());
            }
        });
        setVisible(false);
    }

    void show(Countdown countdown) {
        setVisible(countdown.warning() && countdown.of() > 0);
        ring.show(countdown);
        sentence.say(theme.text("timeout.sentence", countdown.seconds()));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Palette.alpha(Palette.TEXT, 0.86));
        graphics.fillRect(0, 0, getWidth(), getHeight());
        super.paintComponent(graphics);
    }

    /** Whether it covers the screen now. */
    boolean isUp() {
        return isVisible();
    }

    /** All words beneath it, for who reads the screen aloud. */
    JComponent ring() {
        return ring;
    }
}
