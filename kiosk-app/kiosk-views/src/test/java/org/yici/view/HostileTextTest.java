package org.yici.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.kiosk.ui.LocalText;
import org.yici.kiosk.visit.Card;
import org.yici.service.certificate.CertificateScreen;

class HostileTextTest {
    private final KioskPanel panel = Samples.panel(PanelProfile.PORTRAIT_27, Samples.time());

    @Test
    void markupIsShownAsText() {
        String name = "<html><img src='file:///etc/passwd'>";
        panel.show(Samples.menu(name, "1", Card.IDENTITY_CARD, Optional.empty()));
        Samples.paint(panel);
        assertThat(Tree.spoken(panel)).contains(name + "，您好");
    }

    @Test
    void directionMarksAndControlCharactersAreTakenOut() {
        panel.show(Samples.menu("林\u202E\u0000\u200B*\u2066夏\n", "1", Card.IDENTITY_CARD, Optional.empty()));
        assertThat(Tree.spoken(panel)).contains("林*夏 ，您好");
    }

    /** U+30EE2 and a letter of a Unicode that this Java does not know; U+E863 is for private use, and the face has no letter there. */
    @ParameterizedTest
    @ValueSource(strings = {"\uD883\uDEE2", "\uD88D\uDC79", "\uE863"})
    void aLetterThatTheFaceLacksIsTheMarkForOneAndNoBox(String letter) {
        panel.show(Samples.menu("王*" + letter, "1", Card.IDENTITY_CARD, Optional.empty()));
        assertThat(Tree.spoken(panel)).contains("王*〓，您好");
    }

    @Test
    void whatNobodySeesIsNotShownAtAll() {
        panel.show(Samples.menu("林\uFE00*\uFFFF夏", "1", Card.IDENTITY_CARD, Optional.empty()));
        assertThat(Tree.spoken(panel)).contains("林*夏，您好");
    }

    @Test
    void rareLettersThatTheFaceHasAreShown() {
        panel.show(Samples.menu("𠮷*龘", "1", Card.IDENTITY_CARD, Optional.empty()));
        assertThat(Tree.spoken(panel)).contains("𠮷*龘，您好");
    }

    @Test
    void bracesInANameAreNoPlaceholders() {
        panel.show(Samples.menu("{1} '{0}'", "1", Card.IDENTITY_CARD, Optional.empty()));
        assertThat(Tree.spoken(panel)).contains("{1} '{0}'，您好");
    }

    @Test
    void anEndlessTitleEndsAndIsPainted() {
        String endless = "证明".repeat(500_000);
        panel.show(new CertificateScreen.Offers(
                "林*夏",
                List.of(new CertificateScreen.Offer(
                        "k", LocalText.of(endless), LocalText.of("中心"), true, LocalText.of("")))));
        Samples.paint(panel);
        assertThat(Tree.spoken(panel))
                .allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(401));
    }
}
