package org.yici.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yici.base.ManualTime;
import org.yici.kiosk.ui.CitizenAction;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Language;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.VisitPreferences;

/** What the panel shows when the language of the visit changes. */
class LanguageTest {
    private static final VisitPreferences ENGLISH = VisitPreferences.DEFAULT.withLanguage(Language.ENGLISH);
    private static final String TO_ENGLISH = "中/EN，切换到英文";
    private static final String TO_CHINESE = "中/EN, switch to Chinese";

    private final ManualTime time = Samples.time();
    private final KioskPanel panel = Samples.panel(PanelProfile.LANDSCAPE_27, time);
    private final List<CitizenAction> actions = new ArrayList<>();

    @BeforeEach
    void listen() {
        panel.onAction(actions::add);
    }

    private static Screen sample(String name) {
        return Optional.ofNullable(Samples.screens().get(name)).orElseThrow();
    }

    private void tap(String key) {
        time.advance(KioskPanel.TOUCH_GUARD.plus(Duration.ofMillis(1)));
        panel.layOut();
        Tree.tap(Tree.target(panel, key));
    }

    @Test
    void theKeyAsksForTheOtherLanguage() {
        panel.show(sample("idle"));
        tap(TO_ENGLISH);
        panel.preferences(ENGLISH);
        tap(TO_CHINESE);
        assertThat(actions)
                .containsExactly(
                        new CitizenAction.ChooseLanguage(Language.ENGLISH),
                        new CitizenAction.ChooseLanguage(Language.CHINESE));
    }

    @Test
    void everythingIsSaidInTheOtherLanguageAtOnce() {
        panel.show(sample("greeting"));
        assertThat(Tree.spoken(panel)).contains("24小时自助服务", "11月22日 星期日", "打证明").noneMatch("Exit"::equals);

        panel.preferences(ENGLISH);

        assertThat(Tree.spoken(panel))
                .contains("24-hour self-service", "Sun, 22 Nov 2026", "Print a certificate", "Exit and delete my data")
                .noneMatch(text -> text.contains("证明") || text.contains("结束"));
    }

    @Test
    void theTimeThatIsLeftStaysInSight() {
        panel.show(sample("consent"));
        panel.countdown(new Countdown(47, 80, false));
        panel.preferences(ENGLISH);
        assertThat(Tree.spoken(panel)).contains("47 seconds left");
        panel.countdown(new Countdown(1, 80, true));
        panel.preferences(VisitPreferences.DEFAULT);
        assertThat(Tree.spoken(panel)).contains("剩余时间 1 秒");
    }

    @Test
    void aTouchRightAfterTheSwitchDoesNotCount() {
        panel.show(sample("done"));
        time.advance(Duration.ofSeconds(1));
        panel.preferences(ENGLISH);
        panel.layOut();
        Tree.tap(Tree.target(panel, "Done"));
        assertThat(actions).isEmpty();
        tap("Done");
        assertThat(actions).containsExactly(new CitizenAction.Exit());
    }

    @Test
    void aWaitGoesOnWhereItWas() {
        panel.show(sample("working-issuing"));
        time.advance(Duration.ofSeconds(12));
        panel.preferences(ENGLISH);
        assertThat(Tree.spoken(panel)).contains("Issuing your certificate").anyMatch(text -> text.startsWith("12 sec"));
    }

    @Test
    void whatIsOnALaterPageStaysInSight() {
        panel.show(sample("offers-many"));
        tap("下一页");
        int first = firstOf("第 ");
        assertThat(first).isGreaterThan(1);

        panel.preferences(ENGLISH);

        assertThat(firstOf("")).isBetween(2, first);
    }

    /** The number of the first offer on the page that is shown. */
    private int firstOf(String before) {
        return Tree.spoken(panel).stream()
                .filter(text -> text.matches("第 \\d+ 至 .*|\\d+ to \\d+ of \\d+"))
                .map(text -> Integer.parseInt(text.substring(before.length()).split(" ")[0]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSamePreferencesAgainChangeNothing() {
        panel.show(sample("consent"));
        List<Component> before = List.of(panel.getComponents());
        panel.preferences(VisitPreferences.DEFAULT);
        assertThat(panel.getComponents()).containsExactlyElementsOf(before);
    }

    @Test
    void whatHasNoEnglishTextIsShownInChinese() {
        panel.preferences(ENGLISH);
        panel.show(sample("offers-untranslated"));
        assertThat(Tree.spoken(panel)).contains(Samples.TITLE.chinese(), "Issued by " + Samples.ISSUER.chinese());
    }

    @Test
    void aThousandSwitchesLeaveNothingBehind() {
        panel.show(sample("consent"));
        int before = components(panel);
        for (int i = 0; i < 1000; i++) {
            panel.preferences(ENGLISH);
            panel.preferences(VisitPreferences.DEFAULT);
        }
        assertThat(components(panel)).isEqualTo(before);
    }

    private static int components(JComponent root) {
        return Tree.visible(root).size();
    }
}
