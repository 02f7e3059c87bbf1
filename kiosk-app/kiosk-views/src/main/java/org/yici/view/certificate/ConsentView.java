package org.yici.view.certificate;

import java.util.function.Consumer;
import net.miginfocom.swing.MigLayout;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Message;
import org.yici.service.certificate.CertificateAction;
import org.yici.service.certificate.CertificateScreen;
import org.yici.view.kit.KioskButton;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.SurfacePanel;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** What will be done with the data, in plain words, before anything is asked for. */
public final class ConsentView extends Page {
    private final transient Theme theme;
    private final transient CertificateScreen.Consent screen;
    private final transient Consumer<CitizenAction> actions;

    public ConsentView(Theme theme, CertificateScreen.Consent screen, Consumer<CitizenAction> actions) {
        super(Heading.layout(theme));
        this.theme = theme;
        this.screen = screen;
        this.actions = actions;
        lay(TextSize.LEAD);
        if (getPreferredSize().height > theme.measure().middle()) {
            removeAll();
            lay(TextSize.CAPTION);
        }
    }

    private void lay(TextSize size) {
        int full = theme.measure().fullWidth();
        add(theme.words(theme.text("certificates.consent.title"), TextSize.TITLE, Palette.TEXT, full));
        add(theme.words(theme.text(screen.title()), TextSize.LEAD, Palette.QUIET, full), "gaptop " + theme.mm(2));
        add(sentences(size, full), "growx, gaptop " + theme.mm(theme.portrait() ? 14 : 6));
        KioskButton agree = new KioskButton(
                theme,
                KioskButton.Rank.MAIN,
                theme.text("certificates.agree"),
                LineIcon.CHECK,
                () -> actions.accept(new CertificateAction.Agree()));
        add(agree, "w " + theme.measure().column() + "!, pushy, right, bottom, gaptop " + theme.mm(4));
    }

    private SurfacePanel sentences(TextSize size, int full) {
        int inset = theme.mm(theme.portrait() ? 12 : 7);
        int gap = theme.mm(theme.portrait() ? 10 : 3);
        int wrap = full - 2 * inset - theme.mm(14 + 7);
        SurfacePanel card = SurfacePanel.white(
                theme,
                new MigLayout("insets " + inset + ", gapx " + theme.mm(7) + ", gapy " + gap + ", wrap 2", "[][grow]"));
        for (Message sentence : screen.sentences()) {
            card.add(
                    theme.onDisc(LineIcon.CHECK, 14, Palette.PRIMARY, Palette.PRIMARY_TINT),
                    "top, gaptop " + theme.mm(1.6));
            card.add(theme.words(theme.text(sentence), size, Palette.TEXT, wrap));
        }
        return card;
    }
}
