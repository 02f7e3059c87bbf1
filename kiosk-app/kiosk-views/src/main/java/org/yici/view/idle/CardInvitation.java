package org.yici.view.idle;

import java.util.Set;
import org.yici.kiosk.visit.Card;
import org.yici.view.kit.IllustrationLayout;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextSize;
import org.yici.view.kit.Theme;

/** Shows where to lay or insert which card. */
final class CardInvitation {
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
        layout.head(
                theme.words(theme.text(title), TextSize.HERO, Palette.TEXT),
                theme.words(theme.text(how), TextSize.HEADING, Palette.QUIET));
    }
}
