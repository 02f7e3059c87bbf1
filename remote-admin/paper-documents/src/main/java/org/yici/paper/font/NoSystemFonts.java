package org.yici.paper.font;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Answers every look-up of a font that a PDF does not embed with one face of ours.
 *
 * <p>PDFBox's own mapper scans all fonts of the machine (over a second) and writes {@code ~/.pdfbox.cache}; a session may create no
 * file.
 */
final class NoSystemFonts implements FontMapper {
    private final PaperFace face;

    NoSystemFonts(PaperFace face) {
        this.face = face;
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(face.font(), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(face.font(), true);
    }

    @Override
    @SuppressWarnings("NullAway") // PDFBox's own mapper passes no OpenType font either when it has a TrueType one
    public CIDFontMapping getCIDFont(
            String baseFont, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo systemInfo) {
        return new CIDFontMapping(null, face.font(), true);
    }
}
