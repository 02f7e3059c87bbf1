package org.yici.view.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LegibilityTest {
    private static final Path FONTS =
            Path.of(System.getProperty("yici.fonts", System.getProperty("user.home") + "/.cache/yici/fonts"));

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(Palette.TEXT, Palette.GROUND),
                Arguments.of(Palette.TEXT, Palette.SURFACE),
                Arguments.of(Palette.TEXT, Palette.CLOSED),
                Arguments.of(Palette.TEXT, Palette.LINE),
                Arguments.of(Palette.TEXT, Palette.WARNING_TINT),
                Arguments.of(Palette.TEXT, Palette.GOOD_TINT),
                Arguments.of(Palette.QUIET, Palette.GROUND),
                Arguments.of(Palette.QUIET, Palette.SURFACE),
                Arguments.of(Palette.QUIET, Palette.CLOSED),
                Arguments.of(Palette.QUIET, Palette.WARNING_TINT),
                Arguments.of(Palette.PRIMARY, Palette.SURFACE),
                Arguments.of(Palette.PRIMARY, Palette.PRIMARY_TINT),
                Arguments.of(Palette.SURFACE, Palette.PRIMARY),
                Arguments.of(Palette.SURFACE, Palette.PRIMARY_DEEP),
                Arguments.of(Palette.SURFACE, Palette.GOOD),
                Arguments.of(Palette.GOOD, Palette.SURFACE),
                Arguments.of(Palette.GOOD, Palette.GOOD_TINT),
                Arguments.of(Palette.WARNING, Palette.WARNING_TINT),
                Arguments.of(Palette.SEAL, Palette.GROUND));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void contrastIsAtLeastFourAndAHalf(Color text, Color ground) {
        assertThat(Palette.contrast(text, ground)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void edgesOfKeysAreSeen() {
        assertThat(Palette.contrast(Palette.EDGE, Palette.SURFACE)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void contrastFollowsWcag() {
        assertThat(Palette.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(Palette.contrast(new Color(0x777777), Color.WHITE)).isBetween(4.47, 4.49);
    }

    @ParameterizedTest
    @EnumSource
    void everyCharacterIsAtLeastSevenMillimetresHighAsRendered(TextSize size) {
        for (Measure measure : new Measure[] {
            new Measure(1080, 1920, 0.311),
            new Measure(1920, 1080, 0.311),
            new Measure(1080, 1920, 0.248),
            new Measure(1080, 1920, 0.18),
            new Measure(1080, 1920, 0.369)
        }) {
            Theme theme = new Theme(measure, FONTS, List.of());
            int ink = inkRows(theme.words("国", size, Color.BLACK));
            // One row may be so faint at the edge that it is not counted.
            assertThat((ink + 1) * measure.pitchMm())
                    .as("%s on %s", size, measure)
                    .isGreaterThanOrEqualTo(7.3);
        }
    }

    @Test
    void wordsOfLettersStayWhole() {
        Theme theme = new Theme(new Measure(1080, 1920, 0.311), FONTS, List.of());
        String text = "Please look at the paper outlet. There should be 2 sheets of 社会保险个人参保证明 in it.";
        for (int width = 200; width < 900; width += 7) {
            List<String> lines =
                    theme.words(text, TextSize.BODY, Color.BLACK, width).lines();
            assertThat(String.join("", lines)).isEqualTo(text);
            for (int i = 0; i + 1 < lines.size(); i++) {
                assertThat(lines.get(i) + "|" + lines.get(i + 1)).doesNotContainPattern("[A-Za-z]\\|[A-Za-z]");
            }
        }
    }

    @Test
    void aBracketGoesWithWhatItOpens() {
        Theme theme = new Theme(new Measure(1080, 1920, 0.311), FONTS, List.of());
        for (int width = 200; width < 900; width += 7) {
            assertThat(theme.words("Electronic seal: 示范省社会保险事业中心电子印章（样张） (verified)", TextSize.BODY, Color.BLACK, width)
                            .lines())
                    .noneMatch(line -> line.endsWith("（") || line.startsWith("）"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "请把身份证放在感应区，然后再把身份证放在感应区, '身 身份 感 感应'",
        "电子印章：示范省社会保险事业中心电子印章（样张），验证有效, '电 电子 电子印 事 事业 事业中 社 社会 社会保 样 检 有'"
    })
    void wordsAreNotTornAtTheEndOfALine(String text, String torn) {
        Theme theme = new Theme(new Measure(1080, 1920, 0.311), FONTS, List.of());
        for (int width = 200; width < 900; width += 7) {
            TextBlock words = theme.words(text, TextSize.BODY, Color.BLACK, width);
            assertThat(words.getPreferredSize().width).isLessThanOrEqualTo(width + 2);
            assertThat(words.lines())
                    .noneMatch(line -> Stream.of(torn.split(" ")).anyMatch(line::endsWith) || line.startsWith("，"));
            assertThat(String.join("", words.lines())).isEqualTo(text);
        }
    }

    private static int inkRows(TextBlock words) {
        words.setSize(words.getPreferredSize());
        BufferedImage picture = new BufferedImage(words.getWidth(), words.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        words.paint(g);
        g.dispose();
        int rows = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            boolean inked = false;
            for (int x = 0; x < picture.getWidth(); x++) {
                inked |= (picture.getRGB(x, y) & 0xFF) < 140;
            }
            rows += inked ? 1 : 0;
        }
        return rows;
    }
}
