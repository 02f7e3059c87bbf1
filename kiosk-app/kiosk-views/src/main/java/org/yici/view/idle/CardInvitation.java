package org.yici.view.idle;

import java.util.List;
import java.util.Set;
import org.yici.kiosk.visit.Card;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** Shows where to lay or insert which card. */
final class CardInvitation {
    /** A wide panel has no room for two lines of the largest size above a notice. */
    private static final List<TextSize> TITLE_SIZES = List.of(TextSize.HERO, TextSize.TITLE);

    private CardInvitation() {}

    /** @param cards those that can be read now */
    static IllustrationLayout of(Theme theme, Set<Card> cards) {
        boolean pad = cards.contains(Card.IDENTITY_CARD);
        boolean slot = cards.contains(Card.SOCIAL_SECURITY_CARD);
        IllustrationLayout layout =
                new IllustrationLayout(theme, pad ? new CardOnPadAnimation(theme) : new CardInSlotAnimation(theme));
        if (pad) {
            head(theme, layout, "idle.title", "idle.how");
            if (slot) {
                layout.head(theme.words(theme.text("idle.also"), TextSize.HEADING, Palette.PRIMARY));
            }
        } else {
            head(theme, layout, "idle.slot.title", "idle.slot.how");
            layout.head(theme.words(theme.text("idle.slot.only"), TextSize.LEAD, Palette.QUIET));
        }
        return layout;
    }

    private static void head(Theme theme, IllustrationLayout layout, String title, String how) {
        int lines = theme.portrait() ? 2 : 1;
        layout.head(
                theme.fitting(theme.text(title), Palette.TEXT, theme.measure().column(), lines, TITLE_SIZES),
                theme.words(theme.text(how), TextSize.HEADING, Palette.QUIET));
    }
}
