package org.yici.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yici.kiosk.ui.CommonScreen.Activity;
import org.yici.kiosk.ui.CommonScreen.Working;
import org.yici.kiosk.ui.Language;
import org.yici.kiosk.ui.VisitPreferences;

class WaitingTest {
    private final KioskPanel panel = Samples.panel(PanelProfile.PORTRAIT_27, Samples.time());

    @ParameterizedTest
    @EnumSource
    void saysMoreTheLongerItTakes(Activity activity) {
        panel.show(Working.forCitizen(activity, "print.sending"));
        assertThat(Tree.spoken(panel))
                .contains("请稍候")
                .filteredOn(WaitingTest::saysWhat)
                .hasSize(1);
        panel.motion().moveTo(2_000);
        assertThat(Tree.spoken(panel)).filteredOn(WaitingTest::saysWhat).hasSize(2);
        panel.motion().moveTo(9_999);
        assertThat(Tree.spoken(panel)).noneMatch(text -> text.startsWith("已等待"));
        panel.motion().moveTo(12_000);
        assertThat(Tree.spoken(panel)).anyMatch(text -> text.startsWith("已等待 12 秒"));
    }

    @ParameterizedTest
    @EnumSource
    void saysItInEnglishAsWell(Activity activity) {
        panel.preferences(VisitPreferences.DEFAULT.withLanguage(Language.ENGLISH));
        panel.show(Working.forCitizen(activity, "print.sending"));
        assertThat(Tree.spoken(panel)).contains("Please wait").noneMatch(text -> text.contains("seconds so far"));
        panel.motion().moveTo(12_000);
        assertThat(Tree.spoken(panel)).contains("12 seconds so far. You can wait, or touch Exit below.");
    }

    /** The name of the picture from the first moment on, the sentence after two seconds. */
    private static boolean saysWhat(String text) {
        return text.startsWith("正在");
    }

    @ParameterizedTest
    @EnumSource
    void movesAllTheTime(Activity activity) {
        panel.show(Working.forCitizen(activity, "print.sending"));
        panel.motion().moveTo(300);
        int[] first = pixels();
        panel.motion().moveTo(700);
        assertThat(pixels()).isNotEqualTo(first);
    }

    private int[] pixels() {
        var picture = Samples.paint(panel);
        return picture.getRGB(0, 0, picture.getWidth(), 900, null, 0, picture.getWidth());
    }
}
