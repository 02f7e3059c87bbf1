package org.yici.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yici.journey.stage.Screen;

class HostileTextTest {
    private final KioskPanel panel = Samples.panel(PanelProfile.PORTRAIT_27, Samples.time());

    @Test
    void markupIsShownAsText() {
        String name = "<html><img src='file:///etc/passwd'>";
        panel.show(new Screen.Greeting(name, "1", Screen.Card.IDENTITY_CARD, Optional.empty()));
        Samples.paint(panel);
        assertThat(Tree.spoken(panel)).contains(name + "，您好");
    }

    @Test
    void directionMarksAndControlCharactersAreTakenOut() {
        panel.show(
                new Screen.Greeting("林\u202E\u0000\u200B*\u2066夏\n", "1", Screen.Card.IDENTITY_CARD, Optional.empty()));
        assertThat(Tree.spoken(panel)).contains("林*夏 ，您好");
    }

    @Test
    void bracesInANameAreNoPlaceholders() {
        panel.show(new Screen.Greeting("{1} '{0}'", "1", Screen.Card.IDENTITY_CARD, Optional.empty()));
        assertThat(Tree.spoken(panel)).contains("{1} '{0}'，您好");
    }

    @Test
    void anEndlessTitleEndsAndIsPainted() {
        String endless = "证明".repeat(500_000);
        panel.show(new Screen.Offers("林*夏", List.of(new Screen.OfferLine("k", endless, "中心", true, ""))));
        Samples.paint(panel);
        assertThat(Tree.spoken(panel))
                .allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(401));
    }
}
