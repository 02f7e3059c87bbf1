package org.yici.view.idle;

import org.yici.kiosk.visit.VisitScreen;
import org.yici.view.error.ErrorText;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.Page;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** Asks for the card that the chosen service needs. */
public final class CardPromptView extends Page {
    public CardPromptView(Theme theme, VisitScreen.CardPrompt screen) {
        IllustrationLayout layout = CardInvitation.of(theme, screen.cards());
        String service = theme.text(screen.service().key("tile"));
        screen.refused()
                .ifPresentOrElse(
                        refused -> layout.body(
                                ErrorText.notice(theme, refused, theme.measure().column())),
                        () -> layout.body(
                                theme.words(theme.text("prompt.for", service), TextSize.LEAD, Palette.QUIET)));
        layout.on(this);
    }
}
