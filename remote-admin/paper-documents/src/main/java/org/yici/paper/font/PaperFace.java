package org.yici.paper.font;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * One type face; see {@link PaperFonts} for who may use it when. Which letters it has and an excerpt of it are read where they lie; as a
 * whole it is parsed, and kept, when it is first embedded as a whole.
 */
public final class PaperFace {
    private final String family;
    private final Path file;
    private volatile @Nullable GlyphLookup lookup;
    private volatile @Nullable TrueTypeFont parsed;

    PaperFace(String family, Path file) {
        this.family = family;
        this.file = file;
    }

    /** The name under which templates and screens know it. */
    public String family() {
        return family;
    }

    /** The TrueType file, for {@code java.awt.Font.createFont}. */
    public Path file() {
        return file;
    }

    /** Whether the face can show this code point. */
    public boolean has(int codePoint) {
        return lookup().glyph(codePoint) != 0;
    }

    /** {@code text} with every code point that the face lacks replaced by 〓, the printer's mark for a missing letter. */
    public String printable(String text) {
        return text.codePoints()
                .map(codePoint -> has(codePoint) ? codePoint : '〓')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The face as a font of {@code document}, which embeds what it used of it when it is saved. */
    public PDFont embedIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, font(), true);
    }

    /** A font of {@code document} that can show the letters of {@code text} and nothing else; costs a few kilobytes. */
    public PDFont embedIn(PDDocument document, String text) throws IOException {
        try (TrueTypeFile face = new TrueTypeFile(file)) {
            byte[] excerpt = new FaceExcerpt(face, lookup()).of(text);
            return PDType0Font.load(document, new TTFParser().parse(new RandomAccessReadBuffer(excerpt)), true);
        }
    }

    /**
     * The outline of one code point, {@link #unitsPerEm} to the em, y upwards, on the base line; empty for a blank, 〓's for a letter
     * that the face lacks.
     */
    public GeneralPath outline(int codePoint) throws IOException {
        int letter = has(codePoint) ? codePoint : '〓';
        GlyphData glyph = font().getGlyph().getGlyph(lookup().glyph(letter));
        return glyph == null ? new GeneralPath() : glyph.getPath();
    }

    /** Units of {@link #outline} in one em. */
    public int unitsPerEm() {
        try {
            return font().getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GlyphLookup lookup() {
        GlyphLookup present = lookup;
        if (present == null) {
            try (TrueTypeFile face = new TrueTypeFile(file)) {
                present = GlyphLookup.of(face);
            } catch (IOException e) {
                throw new FontsMissingException(file, e);
            }
            lookup = present;
        }
        return present;
    }

    TrueTypeFont font() {
        TrueTypeFont present = parsed;
        return present != null ? present : parse();
    }

    private synchronized TrueTypeFont parse() {
        TrueTypeFont present = parsed;
        if (present == null) {
            try {
                present = new TTFParser().parse(new RandomAccessReadBufferedFile(file));
            } catch (IOException e) {
                throw new FontsMissingException(file, e);
            }
            parsed = present;
        }
        return present;
    }
}
