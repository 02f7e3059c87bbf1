package org.yici.screen.greeting;

import java.util.List;
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
    /** A name of a hundred letters leaves room for what can be done. */
    private static final List<TextSize> TITLE_SIZES =
            List.of(TextSize.HERO, TextSize.TITLE, TextSize.HEADING, TextSize.LEAD);

    private static final int TITLE_LINES = 3;

    private final transient Look look;
    private final int width;
    private final int side;

    public GreetingView(Look look, Screen.Greeting screen, Consumer<Touch> touches) {
        this.look = look;
        this.width = look.measure().column();
        this.side = look.measure().sideColumn();
        int margin = look.measure().margin();
        JComponent who = who(screen);
        JComponent choices = choices(screen, touches);
        JComponent card = cardIsRead(screen.card());
        if (look.portrait()) {
            setLayout(new MigLayout(
                    "insets " + look.mm(26) + " " + margin + " " + look.mm(14) + " " + margin + ", gap 0, wrap 1",
                    "[" + width + "!]",
                    "[]push[]push[]"));
            add(who);
            add(choices, "growx");
            add(card, "growx");
        } else {
            setLayout(new MigLayout(
                    "insets " + look.mm(7) + " " + margin + " " + look.mm(7) + " " + margin + ", gap 0, fill",
                    "[grow]" + 2 * margin + "[" + width + "!]",
                    "[]" + look.mm(12) + "[]"));
            add(who, "bottom");
            add(choices, "growx, spany 2, center, wrap");
            add(card, "growx, top");
        }
    }

    private JComponent who(Screen.Greeting screen) {
        Page who = new Page(new MigLayout("insets 0, gapx " + look.mm(4) + ", gapy " + look.mm(5)));
        String title = look.text("greeting.title", screen.maskedName());
        who.add(look.fitting(title, Palette.TEXT, side, TITLE_LINES, TITLE_SIZES), "spanx, wrap");
        who.add(look.picture(LineIcon.ID_CARD, 13, Palette.QUIET));
        who.add(look.words(screen.maskedNumber(), TextSize.LEAD, Palette.QUIET, side));
        return who;
    }

    private JComponent choices(Screen.Greeting screen, Consumer<Touch> touches) {
        Page choices = new Page(new MigLayout("insets 0, gap " + look.mm(8) + ", wrap 1, fillx", "[grow, fill]"));
        choices.add(look.words(look.text("greeting.question"), TextSize.HEADING, Palette.TEXT));
        choices.add(screen.certificates().<JComponent>map(this::closed).orElseGet(() -> open(touches)));
        return choices;
    }

    private JComponent cardIsRead(Screen.Card card) {
        int inset = look.mm(7);
        Surface note = Surface.tinted(
                look,
                new MigLayout("insets " + inset + ", gap " + look.mm(5), "[][grow]", "[center]"),
                Palette.GOOD_TINT);
        note.add(look.picture(LineIcon.CHECK, 11, Palette.GOOD));
        note.add(look.words(
                look.text("greeting.card." + card), TextSize.BODY, Palette.TEXT, side - 2 * inset - look.mm(16)));
        return note;
    }

    private JComponent open(Consumer<Touch> touches) {
        int inset = look.mm(12);
        int wrap = width - 2 * inset - look.mm(44 + 10 + 18 + 2);
        String title = look.text("service.certificates");
        ChoiceCard card = ChoiceCard.great(
                look,
                title,
                new MigLayout(
                        "insets " + look.mm(26) + " " + inset + " " + look.mm(26) + " " + inset + ", gap 0",
                        "[]" + look.mm(10) + "[grow][]",
                        "[bottom]" + look.mm(2) + "[top]"),
                () -> touches.accept(new Touch.ChooseCertificates()));
        card.add(look.onDisc(LineIcon.CERTIFICATE, 44, Palette.PRIMARY, Palette.SURFACE), "spany 2, ay center");
        card.add(look.words(title, TextSize.TITLE, Palette.SURFACE, wrap));
        card.add(look.picture(LineIcon.FORWARD, 18, Palette.SURFACE), "spany 2, ay center, wrap");
        card.add(look.words(look.text("service.certificates.kinds"), TextSize.LEAD, Palette.SURFACE, wrap));
        return card;
    }

    private JComponent closed(Trouble trouble) {
        int inset = look.mm(12);
        int wrap = width - 2 * inset - look.mm(36 + 10);
        Surface card = Surface.white(
                look, new MigLayout("insets " + inset + ", gap 0, wrap 2", "[]" + look.mm(10) + "[grow]"));
        card.add(look.onDisc(LineIcon.CERTIFICATE, 36, Palette.QUIET, Palette.GROUND), "spany 2, ay center");
        card.add(look.words(look.text("service.certificates"), TextSize.TITLE, Palette.QUIET, wrap));
        card.add(look.words(look.text("service.certificates.kinds"), TextSize.LEAD, Palette.QUIET, wrap));
        card.add(
                TroubleWords.notice(look, trouble, width - 2 * inset), "newline, spanx 2, growx, gaptop " + look.mm(8));
        return card;
    }
}
