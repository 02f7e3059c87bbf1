package org.yici.paper.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.paper.Samples;

final class FaceExcerptTest {
    private static final String TEXT = "电子证照打印副本　第 7 份 demo-0001（林𠮷㛃）";

    private final PaperFace whole = Samples.FONTS.sans();

    @TempDir
    private Path folder;

    @Test
    void showsEachLetterAsTheWholeFaceDoes() throws IOException {
        try (TrueTypeFont excerpt = excerpt(TEXT)) {
            for (int letter : TEXT.codePoints().toArray()) {
                int glyph = excerpt.getUnicodeCmapLookup().getGlyphId(letter);
                int wholes = whole.font().getUnicodeCmapLookup().getGlyphId(letter);
                assertThat(glyph).as("glyph of U+%04X", letter).isPositive();
                assertThat(excerpt.getAdvanceWidth(glyph))
                        .isEqualTo(whole.font().getAdvanceWidth(wholes));
                assertThat(excerpt.getHorizontalMetrics().getLeftSideBearing(glyph))
                        .isEqualTo(whole.font().getHorizontalMetrics().getLeftSideBearing(wholes));
                assertThat(outline(excerpt, glyph)).isEqualTo(outline(whole.font(), wholes));
            }
        }
    }

    @Test
    void leavesOutWhatTheFaceLacks() throws IOException {
        try (TrueTypeFont excerpt = excerpt("a\uD883\uDEE2")) {
            assertThat(excerpt.getNumberOfGlyphs()).isEqualTo(2);
        }
    }

    @Test
    void findsTheSameGlyphsAsPdfBoxInAllOfUnicode() throws IOException {
        try (TrueTypeFile face = new TrueTypeFile(whole.file())) {
            GlyphLookup lookup = GlyphLookup.of(face);
            for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
                assertThat(lookup.glyph(letter))
                        .isEqualTo(whole.font().getUnicodeCmapLookup().getGlyphId(letter));
            }
        }
    }

    @Test
    void refusesAFaceThatEndsTooSoon() throws IOException {
        byte[] start = Arrays.copyOf(Files.readAllBytes(whole.file()), 4000);
        for (int length : new int[] {0, 11, 40, 4000}) {
            Path damaged = Files.write(folder.resolve("damaged.ttf"), Arrays.copyOf(start, length));
            assertThatIOException().isThrownBy(() -> GlyphLookup.of(new TrueTypeFile(damaged)));
        }
    }

    private TrueTypeFont excerpt(String text) throws IOException {
        try (TrueTypeFile face = new TrueTypeFile(whole.file())) {
            byte[] excerpt = new FaceExcerpt(face, GlyphLookup.of(face)).of(text);
            assertThat(excerpt.length).isLessThan(20_000);
            return new TTFParser().parse(new RandomAccessReadBuffer(excerpt));
        }
    }

    private static String outline(TrueTypeFont font, int glyph) throws IOException {
        GlyphData data = font.getGlyph().getGlyph(glyph);
        return data == null
                ? ""
                : data.getPath().getBounds2D() + " of " + data.getDescription().getPointCount();
    }
}
