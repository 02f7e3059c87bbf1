package org.yici.view.kit;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The screen's one face, sized by the ink of a Chinese character. Made once; the font file stays where it is. */
public final class Typeface {
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Map<TextSize, Font> fonts = new EnumMap<>(TextSize.class);

    private Typeface(Font face, Measure measure) {
        double inkPerEm = ink(face.deriveFont(100f)) / 100;
        for (TextSize size : TextSize.values()) {
            fonts.put(size, face.deriveFont((float)
                    (Math.max(Measure.TEXT_MM, size.inkMm * measure.shrink()) / measure.pitchMm() / inkPerEm)));
        }
    }

    /**
     * Reads {@code YiciSans-Regular.ttf} in {@code fontFolder}. The file is read in place: from a stream Java would copy it, and a
     * session can create no file.
     *
     * @throws UncheckedIOException if it is absent or no font
     */
    public static Typeface load(Path fontFolder, Measure measure) {
        Path file = fontFolder.resolve("YiciSans-Regular.ttf");
        try {
            return new Typeface(Font.createFont(Font.TRUETYPE_FONT, file.toFile()), measure);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the font " + file + "; deploy/fonts makes it", e);
        } catch (FontFormatException e) {
            throw new UncheckedIOException(
                    "Not a TrueType font: " + file + "; deploy/fonts makes it again", new IOException(e));
        }
    }

    Font font(TextSize size) {
        Font font = fonts.get(size);
        if (font == null) {
            throw new IllegalStateException("No font of size " + size);
        }
        return font;
    }

    /** Height in pixels of what is seen of 国, a character that fills its square. */
    static double ink(Font font) {
        return font.createGlyphVector(CONTEXT, "国").getVisualBounds().getHeight();
    }
}
