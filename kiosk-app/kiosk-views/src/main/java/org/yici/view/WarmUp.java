package org.yici.view;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.yici.base.ErrorCode;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.ui.Screen;

/** One of each screen with nobody's data on it, in words about as long as they will be. */
final class WarmUp {
    private WarmUp() {}

    static List<Screen> screens() {
        DisplayedError error = DisplayedError.of(ErrorCode.PRINTER_PAPER_OUT);
        Screen.OfferLine offer = new Screen.OfferLine("", "证明", "单位", true, "");
        Screen.OfferLine refused = new Screen.OfferLine("", "证明", "单位", false, "请到窗口办理。");
        BufferedImage page = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        return List.of(
                new Screen.OutOfService(error),
                new Screen.Greeting("*", "**", Screen.Card.IDENTITY_CARD, Optional.of(error)),
                // The one that is waited for with a card in the hand.
                new Screen.Greeting("*", "**", Screen.Card.IDENTITY_CARD, Optional.empty()),
                new Screen.Greeting("**", "**", Screen.Card.IDENTITY_CARD, Optional.empty()),
                new Screen.Greeting("***", "**", Screen.Card.SOCIAL_SECURITY_CARD, Optional.empty()),
                new Screen.Offers("*", List.of(offer, refused)),
                new Screen.Consent("证明", List.of("查询", "打印")),
                new Screen.Working(Screen.Work.ISSUING),
                new Screen.Preview("社会保险个人参保证明", page, 1, "某某省社会保险事业中心电子印章（样张）"),
                new Screen.Printing(0, 1, Optional.of(error)),
                new Screen.PaperQuestion(1),
                new Screen.Done(1),
                new Screen.Failed(error, true),
                new Screen.Goodbye(1),
                new Screen.Idle(EnumSet.allOf(Screen.Card.class), Optional.of(error), Optional.of(error)),
                new Screen.Idle(EnumSet.of(Screen.Card.IDENTITY_CARD), Optional.empty(), Optional.empty()));
    }
}
