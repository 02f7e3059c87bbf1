package org.yici.view.certificate;

import java.util.OptionalInt;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.service.certificate.CertificateAction;
import org.yici.service.certificate.CertificateScreen;
import org.yici.view.kit.KioskButton;
import org.yici.view.kit.LineIcon;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextBlock;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** The certificate as it will come out of the printer. */
public final class PreviewView extends Page {
    private final transient Theme theme;
    private final transient CertificateScreen.Preview screen;
    private final PagePicture picture;

    public PreviewView(Theme theme, CertificateScreen.Preview screen, Consumer<CitizenAction> actions) {
        this.theme = theme;
        this.screen = screen;
        this.picture = new PagePicture(
                theme, screen.page(), theme.text("certificates.preview.page", theme.text(screen.title())));
        KioskButton print = new KioskButton(
                theme,
                KioskButton.Rank.MAIN,
                theme.text("certificates.print"),
                LineIcon.PRINTER,
                () -> actions.accept(new CertificateAction.Print()));
        if (theme.portrait()) {
            upright(print);
        } else {
            wide(print);
        }
    }

    @Override
    public OptionalInt documentWidthPx() {
        return OptionalInt.of(picture.pageWidthPx());
    }

    private void upright(JComponent print) {
        setLayout(Heading.layout(theme));
        add(title(theme.measure().fullWidth()));
        add(picture, "push, grow, gaptop " + theme.mm(9) + ", gapbottom " + theme.mm(9));
        add(facts(theme.measure().fullWidth()), "growx");
        add(print, "growx, gaptop " + theme.mm(9));
    }

    private void wide(JComponent print) {
        int margin = theme.measure().margin();
        int column = theme.measure().column();
        setLayout(new MigLayout(
                "insets " + theme.mm(7) + " " + margin + " " + theme.mm(7) + " " + margin + ", gap 0, fill",
                "[grow]" + 2 * margin + "[" + column + "!]",
                "[grow, fill]"));
        Page side = new Page(
                new MigLayout("insets 0, gap 0, wrap 1, fillx", "[grow]", "push[][]" + theme.mm(14) + "[]push"));
        side.add(title(column));
        side.add(facts(column), "growx, gaptop " + theme.mm(10));
        side.add(print, "growx");
        add(picture, "grow");
        add(side, "grow");
    }

    private TextBlock title(int width) {
        return theme.words(theme.text(screen.title()), TextSize.TITLE, Palette.TEXT, width);
    }

    private JComponent facts(int width) {
        int wrap = width - theme.mm(16);
        Page facts = new Page(new MigLayout(
                "insets 0, gapx " + theme.mm(5) + ", gapy " + theme.mm(3) + ", wrap 2", "[][grow]", "[center]"));
        facts.add(theme.picture(LineIcon.SEAL, 11, Palette.SEAL));
        facts.add(theme.words(
                theme.text("certificates.preview.sealed", screen.sealedBy()), TextSize.BODY, Palette.TEXT, wrap));
        facts.add(theme.picture(LineIcon.PAPER, 11, Palette.QUIET));
        facts.add(theme.words(
                theme.text("certificates.preview.sheets", screen.sheets()), TextSize.BODY, Palette.TEXT, wrap));
        return facts;
    }
}
