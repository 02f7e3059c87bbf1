package org.yici.paper.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yici.paper.Peers;
import org.yici.paper.Samples;

final class PaperFontsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"人", "𠮷", "㛃", "𬭚", "龘", "·", "（", "7", "〓"})
    void bothFacesHaveCommonAndRareLetters(String letter) {
        assertThat(Samples.FONTS.sans().has(letter.codePointAt(0))).isTrue();
        assertThat(Samples.FONTS.serif().has(letter.codePointAt(0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"⼈", "⺀", "⿕"})
    void lookAlikesOfIdeographsAreLeftOut(String letter) {
        assertThat(Samples.FONTS.sans().has(letter.codePointAt(0))).isFalse();
        assertThat(Samples.FONTS.serif().has(letter.codePointAt(0))).isFalse();
    }

    @Test
    void tellsWhichFontIsMissingAndHowToMakeIt() {
        assertThatExceptionOfType(FontsMissingException.class)
                .isThrownBy(() -> PaperFonts.load(folder))
                .withMessageContaining("YiciSans-Regular.ttf")
                .withMessageContaining("deploy/fonts");
    }

    @Test
    void aDamagedFontIsToldAtItsFirstUse() throws Exception {
        Files.writeString(folder.resolve("YiciSans-Regular.ttf"), "no font");
        Files.writeString(folder.resolve("YiciSerif-Regular.ttf"), "no font");
        PaperFace damaged = new PaperFace("Yici Sans SC", folder.resolve("YiciSans-Regular.ttf"));
        assertThatExceptionOfType(FontsMissingException.class).isThrownBy(() -> damaged.has('a'));
    }

    @Test
    void keepsPdfBoxAndImageIoFromFiles() {
        assertThat(Samples.FONTS).isNotNull();
        assertThat(FontMappers.instance()).isInstanceOf(NoSystemFonts.class);
        assertThat(ImageIO.getUseCache()).isFalse();
    }

    /** What a session does with paper, in a process that has neither a home nor a folder for temporary files. */
    @Test
    void worksWithoutAnyFolderToWriteTo() throws Exception {
        Path absent = folder.resolve("absent");
        String output = Peers.run(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + absent,
                "-Duser.home=" + absent,
                "-D" + PaperFonts.FOLDER_PROPERTY + "="
                        + Samples.FONTS.sans().file().getParent(),
                "-cp",
                System.getProperty("java.class.path"),
                WarmUpProcess.class.getName());
        assertThat(output).contains("warm");
        assertThat(absent).doesNotExist();
    }
}
