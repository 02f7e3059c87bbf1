package org.yici.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yici.base.ErrorCode;
import org.yici.base.ManualTime;
import org.yici.kiosk.error.DisplayedError;
import org.yici.kiosk.ui.Countdown;
import org.yici.kiosk.ui.Screen;
import org.yici.kiosk.ui.VisitPreferences;
import org.yici.kiosk.visit.Card;
import org.yici.kiosk.visit.VisitScreen;
import org.yici.view.kit.KioskButton;
import org.yici.view.kit.Messages;
import org.yici.view.kit.Palette;
import org.yici.view.kit.TextBlock;

class EveryScreenTest {
    private static final double TARGET_MM = 15;
    private static final double GAP_MM = 3;
    private static final List<ErrorCode> REASONS = List.of(
            ErrorCode.PRINTER_PAPER_OUT,
            ErrorCode.PRINTER_GONE,
            ErrorCode.PRINTER_FAULT,
            ErrorCode.PRINTER_JAMMED,
            ErrorCode.PRINTER_TONER_OUT,
            ErrorCode.PRINTER_NOT_READY,
            ErrorCode.SERVER_GONE,
            ErrorCode.SERVER_REFUSED,
            ErrorCode.SERVER_FAULT,
            ErrorCode.SERVER_UNPROVEN,
            ErrorCode.READER_GONE,
            ErrorCode.CERTIFICATES_STOPPED);

    static Stream<Arguments> panels() {
        return Samples.PANELS.stream()
                .flatMap(panel -> Samples.PREFERENCES.stream().map(preferences -> Arguments.of(panel, preferences)));
    }

    @ParameterizedTest
    @MethodSource("panels")
    void paintsOnEveryPanelWithNothingCutOff(PanelProfile profile, VisitPreferences preferences) {
        forEveryScreen(profile, preferences, (name, panel) -> {
            BufferedImage picture = Samples.paint(panel);
            assertThat(coloursIn(picture)).as(name).isGreaterThan(20);
            for (JComponent component : Tree.visible(panel)) {
                assertWhole(name, component);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("panels")
    void targetsAreLargeAndApart(PanelProfile profile, VisitPreferences preferences) {
        forEveryScreen(profile, preferences, (name, panel) -> {
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
    void wordsDoNotLieOnEachOther(PanelProfile profile, VisitPreferences preferences) {
        forEveryScreen(profile, preferences, (name, panel) -> {
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
    void theWarningFitsOverEveryPanel(PanelProfile profile, VisitPreferences preferences) {
        ManualTime time = Samples.time();
        KioskPanel panel = Samples.panel(profile, time);
        panel.preferences(preferences);
        Messages messages = Messages.of(preferences.language(), Samples.VIEWS.messages());
        panel.show(Samples.consent());
        panel.countdown(new Countdown(20, 80, true));
        Samples.paint(panel);
        JComponent stay = Tree.target(panel, messages.text("button.keep-open"));
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
        assertThat(area(stay)).isGreaterThan(2 * area(Tree.target(card, messages.text("button.exit.short"))));
    }

    /** What can be the matter before anybody begins, where there is least room for it: with a slot beside the pad. */
    @ParameterizedTest
    @MethodSource("panels")
    void everyReasonFitsOnTheIdleScreen(PanelProfile profile, VisitPreferences preferences) {
        KioskPanel panel = Samples.panel(profile, Samples.time());
        panel.preferences(preferences);
        for (ErrorCode code : REASONS) {
            panel.show(new VisitScreen.Idle(
                    Set.of(Card.values()), Samples.tiles(Optional.of(DisplayedError.of(code))), Optional.empty()));
            panel.layOut();
            for (JComponent component : Tree.visible(panel)) {
                assertWhole(code.code(), component);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void wordsOfLettersAreNotTornAtTheEndOfALine(PanelProfile profile, VisitPreferences preferences) {
        forEveryScreen(profile, preferences, (name, panel) -> {
            for (JComponent component : Tree.visible(panel)) {
                if (component instanceof TextBlock words && !words.text().contains("W")) {
                    assertNothingTorn(name, words.lines());
                }
            }
        });
    }

    private static void assertNothingTorn(String name, List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            String end = lines.get(i).substring(lines.get(i).length() - 1);
            String next = lines.get(i + 1).substring(0, 1);
            assertThat(end.matches("[A-Za-z]") && next.matches("[A-Za-z]"))
                    .as("%s: %s", name, lines)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everyScreenHasTheLanguageKey(PanelProfile profile, VisitPreferences preferences) {
        Messages messages = Messages.of(preferences.language(), Samples.VIEWS.messages());
        forEveryScreen(profile, preferences, (name, panel) -> assertThat(
                        Tree.target(panel, messages.text("button.language.name")))
                .as(name)
                .isNotNull());
    }

    private interface OnScreen {
        void check(String name, KioskPanel panel);
    }

    private static void forEveryScreen(PanelProfile profile, VisitPreferences preferences, OnScreen check) {
        ManualTime time = Samples.time();
        KioskPanel panel = Samples.panel(profile, time);
        panel.preferences(preferences);
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
