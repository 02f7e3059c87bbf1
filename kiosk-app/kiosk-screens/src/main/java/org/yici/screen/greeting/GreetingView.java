package org.yici.screen.greeting;

import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;
import org.yici.journey.stage.Screen;
import org.yici.journey.stage.Touch;
import org.yici.journey.stage.Trouble;
import org.yici.screen.kit.ChoiceCard;
import org.yici.screen.kit.LineIcon;
import org.yici.screen.kit.Look;
import org.yici.screen.kit.Page;
import org.yici.screen.kit.Palette;
import org.yici.screen.kit.Surface;
import org.yici.screen.kit.TextSize;
import org.yici.screen.trouble.TroubleWords;

/** 林*夏，您好: the great choices, each saying beforehand if it cannot be done here now. */
public final class GreetingView extends Page {
    private final transient Look look;

    public GreetingView(Look look, Screen.Greeting screen, Consumer<Touch> touches) {
        this.look = look;
        int margin = look.measure().margin();
        int top = look.portrait() ? look.mm(26) : look.mm(10);
        setLayout(new MigLayout("insets " + top + " " + margin + " 0 " + margin + ", gap 0, wrap 1, fillx", "[grow]"));
        int full = look.measure().fullWidth();
        add(look.words(look.text("greeting.title", screen.maskedName()), TextSize.HERO, Palette.TEXT, full));
        add(number(screen.maskedNumber()), "gaptop " + look.mm(4));
        add(
                look.words(look.text("greeting.question"), TextSize.HEADING, Palette.TEXT, full),
                "gaptop " + look.mm(look.portrait() ? 30 : 12));
        int width = look.portrait() ? full : Math.min(full, look.mm(380));
        add(
                screen.certificates()
                        .<JComponent>map(trouble -> closed(trouble, width))
                        .orElseGet(() -> open(width, touches)),
                "w " + width + "!, gaptop " + look.mm(6));
        add(look.words(look.text("greeting.card"), TextSize.BODY, Palette.QUIET, full), "gaptop " + look.mm(10));
    }

    private JComponent number(String masked) {
        Page row = new Page(new MigLayout("insets 0, gap " + look.mm(4), "[][]", "[center]"));
        row.add(look.picture(LineIcon.ID_CARD, 12, Palette.QUIET));
        row.add(look.words(masked, TextSize.LEAD, Palette.QUIET));
        return row;
    }

    private JComponent open(int width, Consumer<Touch> touches) {
        int inset = look.mm(12);
        int wrap = width - 2 * inset - look.mm(38 + 10 + 18 + 12);
        String title = look.text("service.certificates");
        ChoiceCard card = ChoiceCard.great(
                look,
                title,
                new MigLayout(
                        "insets " + look.mm(18) + " " + inset + " " + look.mm(18) + " " + inset + ", gap 0",
                        "[]" + look.mm(10) + "[grow][]",
                        "push[]" + look.mm(2) + "[]push"),
                () -> touches.accept(new Touch.ChooseCertificates()));
        card.add(look.onDisc(LineIcon.CERTIFICATE, 38, Palette.PRIMARY, Palette.SURFACE), "spany 2, center");
        card.add(look.words(title, TextSize.TITLE, Palette.SURFACE, wrap));
        card.add(look.picture(LineIcon.FORWARD, 18, Palette.SURFACE), "spany 2, center, wrap");
        card.add(look.words(look.text("service.certificates.kinds"), TextSize.LEAD, Palette.SURFACE, wrap));
        return card;
    }

    private JComponent closed(Trouble trouble, int width) {
        int inset = look.mm(12);
        Surface card = Surface.white(
                look, new MigLayout("insets " + inset + ", gap 0, wrap 2", "[]" + look.mm(10) + "[grow]"));
        card.add(look.onDisc(LineIcon.CERTIFICATE, 30, Palette.QUIET, Palette.GROUND), "spany 2, center");
        card.add(look.words(look.text("service.certificates"), TextSize.TITLE, Palette.QUIET, width - look.mm(70)));
        card.add(
                look.words(look.text("service.certificates.kinds"), TextSize.BODY, Palette.QUIET, width - look.mm(70)));
        card.add(
                TroubleWords.notice(look, trouble, width - 2 * inset), "newline, spanx 2, growx, gaptop " + look.mm(8));
        return card;
    }
}
