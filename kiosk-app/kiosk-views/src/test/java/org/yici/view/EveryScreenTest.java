package org.yici.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.base.ManualTime;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.view.kit.KioskButton;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextBlock;

class EveryScreenTest {
    private static final double TARGET_MM = 15;
    private static final double GAP_MM = 3;

    static Stream<PanelProfile> panels() {
        return Samples.PANELS.stream();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void paintsOnEveryPanelWithNothingCutOff(PanelProfile profile) {
        forEveryScreen(profile, (name, panel) -> {
            BufferedImage picture = Samples.paint(panel);
            assertThat(coloursIn(picture)).as(name).isGreaterThan(20);
            for (JComponent component : Tree.visible(panel)) {
                assertWhole(name, component);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("panels")
    void targetsAreLargeAndApart(PanelProfile profile) {
        forEveryScreen(profile, (name, panel) -> {
            panel.layOut();
            List<Rectangle> targets = Tree.targets(panel).stream()
                    .map(target -> Tree.on(panel, target))
                    .toList();
            for (Rectangle target : targets) {
                assertThat(Math.min(target.width, target.height) * profile.pitchMm())
                        .as("%s: %s", name, target)
                        .isGreaterThanOrEqualTo(TARGET_MM);
            }
            int gap = (int) Math.floor(GAP_MM / profile.pitchMm());
            for (int i = 0; i < targets.size(); i++) {
                for (int j = i + 1; j < targets.size(); j++) {
                    Rectangle grown = new Rectangle(targets.get(i));
                    grown.grow(gap, gap);
                    assertThat(grown.intersects(targets.get(j)))
                            .as("%s: %s beside %s", name, targets.get(i), targets.get(j))
                            .isFalse();
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("panels")
    void wordsDoNotLieOnEachOther(PanelProfile profile) {
        forEveryScreen(profile, (name, panel) -> {
            panel.layOut();
            List<TextBlock> words = Tree.visible(panel).stream()
                    .filter(TextBlock.class::isInstance)
                    .map(TextBlock.class::cast)
                    .filter(w -> !w.text().isEmpty())
                    .toList();
            for (int i = 0; i < words.size(); i++) {
                for (int j = i + 1; j < words.size(); j++) {
                    assertThat(Tree.on(panel, words.get(i)).intersects(Tree.on(panel, words.get(j))))
                            .as(
                                    "%s: %s on %s",
                                    name, words.get(i).text(), words.get(j).text())
                            .isFalse();
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("panels")
    void theWarningFitsOverEveryPanel(PanelProfile profile) {
        ManualTime time = Samples.time();
        KioskPanel panel = Samples.panel(profile, time);
        panel.show(Samples.consent());
        panel.countdown(new Countdown(20, 80, true));
        Samples.paint(panel);
        JComponent stay = Tree.target(panel, "继续办理");
        Container card = stay.getParent();
        for (JComponent component : Tree.visible(card)) {
            assertWhole("warning", component);
        }
        assertThat(area(stay))
                .as("the largest key on the screen")
                .isGreaterThanOrEqualTo(Tree.targets(card).stream()
                        .mapToInt(EveryScreenTest::area)
                        .max()
                        .orElse(0));
        assertThat(area(stay)).isGreaterThan(2 * area(Tree.target(card, "结束")));
    }

    private interface OnScreen {
        void check(String name, KioskPanel panel);
    }

    private static void forEveryScreen(PanelProfile profile, OnScreen check) {
        ManualTime time = Samples.time();
        KioskPanel panel = Samples.panel(profile, time);
        for (Map.Entry<String, Screen> sample : Samples.screens().entrySet()) {
            panel.show(sample.getValue());
            panel.countdown(new Countdown(60, 60, false));
            panel.motion().moveTo(112_000);
            time.advance(Duration.ofSeconds(1));
            check.check(sample.getKey(), panel);
        }
    }

    private static void assertWhole(String name, Component component) {
        if (component instanceof TextBlock || component instanceof KioskButton) {
            assertThat(component.getWidth())
                    .as("%s: width of %s", name, component)
                    .isGreaterThanOrEqualTo(component.getPreferredSize().width);
            assertThat(component.getHeight())
                    .as("%s: height of %s", name, component)
                    .isGreaterThanOrEqualTo(component.getPreferredSize().height);
        }
        Container parent = component.getParent();
        Rectangle within = new Rectangle(parent.getWidth() + 1, parent.getHeight() + 1);
        assertThat(component.getBounds().isEmpty() || within.contains(component.getBounds()))
                .as("%s: %s %s inside %s", name, component.getClass(), component.getBounds(), parent.getBounds())
                .isTrue();
    }

    private static int area(Component component) {
        return component.getWidth() * component.getHeight();
    }

    private static long coloursIn(BufferedImage picture) {
        int ground = Palette.GROUND.getRGB();
        int[] row = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return java.util.Arrays.stream(row)
                .filter(rgb -> rgb != ground)
                .distinct()
                .count();
    }
}
