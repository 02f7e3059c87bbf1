package org.yici.view;

import java.awt.Graphics;
import java.util.function.Consumer;
import net.miginfocom.swing.MigLayout;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Language;
import org.yici.view.kit.AccessibleComponent;
import org.yici.view.kit.KioskButton;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.Picture;
import org.yici.view.kit.TextBlock;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** The keys that are the same everywhere, always at the same place, and the remaining time. Without keys it says what becomes of data. */
final class BottomBar extends AccessibleComponent {
    private final KioskButton back;
    private final KioskButton end;
    private final Picture shield;
    private final TextBlock promise;
    private final KioskButton language;
    private final CountdownRing ring;

    BottomBar(Theme theme, Consumer<CitizenAction> actions) {
        int margin = theme.measure().margin();
        back = new KioskButton(
                theme,
                KioskButton.Rank.BAND,
                theme.text("button.back"),
                LineIcon.BACK,
                () -> actions.accept(new CitizenAction.Back()));
        end = new KioskButton(
                theme,
                KioskButton.Rank.BAND,
                theme.text("button.exit"),
                LineIcon.LEAVE,
                () -> actions.accept(new CitizenAction.Exit()));
        Language other = theme.preferences().language().next();
        language = new KioskButton(
                        theme,
                        KioskButton.Rank.BAND,
                        theme.text("button.language"),
                        () -> actions.accept(new CitizenAction.ChooseLanguage(other)))
                .named(theme.text("button.language.name"));
        shield = theme.picture(LineIcon.SHIELD, 11, Palette.GOOD);
        ring = new CountdownRing(theme);
        int gap = theme.mm(4);
        int besidePromise = shield.getPreferredSize().width
                + language.getPreferredSize().width
                + ring.getPreferredSize().width
                + 3 * gap;
        promise = theme.words(
                theme.text("bar.promise"),
                TextSize.BODY,
                Palette.QUIET,
                theme.measure().fullWidth() - besidePromise);
        setLayout(new MigLayout(
                "insets 0 " + margin + " 0 " + margin + ", fill, hidemode 3, gapx " + gap, "", "[center]"));
        add(back);
        add(end, "pushx, right");
        add(shield);
        add(promise, "pushx, left");
        Page always = new Page(new MigLayout("insets 0, hidemode 3, gapx " + gap, "", "[center]"));
        always.add(ring);
        always.add(language);
        add(always, "right");
        keys(false, false);
        countdown(Countdown.NONE);
    }

    void keys(boolean withBack, boolean withEnd) {
        back.setVisible(withBack);
        end.setVisible(withEnd);
        shield.setVisible(!withBack && !withEnd);
        promise.setVisible(!withBack && !withEnd);
        revalidate();
    }

    boolean languageKeyHasFocus() {
        return language.isFocusOwner();
    }

    void focusLanguageKey() {
        language.requestFocusInWindow();
    }

    void countdown(Countdown countdown) {
        ring.show(countdown);
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(Palette.SURFACE);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(Palette.LINE);
        g.fillRect(0, 0, getWidth(), 2);
    }
}
