package org.yici.paper.font;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a TrueType font of a few letters out of a large one, without reading the rest of it: for one line of text the whole face,
 * parsed, would take forty megabytes. Checksums are left zero; PDFBox, for which it is made, does not look at them and writes its own.
 */
final class FaceExcerpt {
    private static final int HEAD_LOCA_FORMAT = 50;
    private static final int HHEA_METRICS = 34;
    private static final int MAXP_GLYPHS = 4;

    private final TrueTypeFile face;
    private final GlyphLookup lookup;
    private final int metrics;
    private final boolean wideLoca;
    private final ByteArrayOutputStream outlines = new ByteArrayOutputStream();

    FaceExcerpt(TrueTypeFile face, GlyphLookup lookup) throws IOException {
        this.face = face;
        this.lookup = lookup;
        this.metrics = Short.toUnsignedInt(face.table("hhea").getShort(HHEA_METRICS));
        this.wideLoca = face.table("head").getShort(HEAD_LOCA_FORMAT) == 1;
    }

    /** The font of the code points of {@code text} that the face has, with all that PDFBox needs to embed it. */
    byte[] of(String text) throws IOException {
        int[] letters = text.codePoints()
                .filter(letter -> lookup.glyph(letter) != 0)
                .sorted()
                .distinct()
                .toArray();
        int glyphs = letters.length + 1;
        ByteBuffer loca = ByteBuffer.allocate(4 * (glyphs + 1));
        ByteBuffer hmtx = ByteBuffer.allocate(4 * glyphs);
        add(0, loca, hmtx);
        for (int letter : letters) {
            add(lookup.glyph(letter), loca, hmtx);
        }
        loca.putInt(outlines.size());
        return file(new TreeMap<>(Map.of(
                "OS/2", face.table("OS/2").array(),
                "cmap", cmap(letters),
                "glyf", outlines.toByteArray(),
                "head", changed("head", HEAD_LOCA_FORMAT, 1),
                "hhea", changed("hhea", HHEA_METRICS, glyphs),
                "hmtx", hmtx.array(),
                "loca", loca.array(),
                "maxp", changed("maxp", MAXP_GLYPHS, glyphs),
                "name", face.table("name").array(),
                "post", face.table("post").array())));
    }

    private void add(int glyph, ByteBuffer loca, ByteBuffer hmtx) throws IOException {
        loca.putInt(outlines.size());
        long from = location(glyph);
        ByteBuffer outline = face.part("glyf", from, Math.toIntExact(location(glyph + 1) - from));
        if (outline.hasRemaining() && outline.getShort(0) < 0) {
            throw new IOException("glyph " + glyph + " is made of others; the faces of deploy/fonts hold none such");
        }
        outlines.write(outline.array());
        outlines.write(new byte[-outline.limit() & 3]);
        hmtx.putShort(face.part("hmtx", 4L * Math.min(glyph, metrics - 1), 2).getShort());
        hmtx.putShort(face.part("hmtx", glyph < metrics ? 4L * glyph + 2 : 2L * (metrics + glyph), 2)
                .getShort());
    }

    private long location(int glyph) throws IOException {
        return wideLoca
                ? Integer.toUnsignedLong(face.part("loca", 4L * glyph, 4).getInt())
                : 2L * Short.toUnsignedInt(face.part("loca", 2L * glyph, 2).getShort());
    }

    private byte[] changed(String tag, int at, int value) throws IOException {
        return face.table(tag).putShort(at, (short) value).array();
    }

    /** One subtable, of format 12, with one group a letter; their glyphs are numbered from 1. */
    private static byte[] cmap(int[] letters) {
        int length = 16 + 12 * letters.length;
        ByteBuffer cmap = ByteBuffer.allocate(12 + length);
        cmap.putShort((short) 0).putShort((short) 1);
        cmap.putShort((short) 3).putShort((short) 10).putInt(12);
        cmap.putInt(12 << 16).putInt(length).putInt(0).putInt(letters.length);
        for (int i = 0; i < letters.length; i++) {
            cmap.putInt(letters[i]).putInt(letters[i]).putInt(i + 1);
        }
        return cmap.array();
    }

    private static byte[] file(TreeMap<String, byte[]> tables) {
        int start = 12 + 16 * tables.size();
        int size = tables.values().stream().mapToInt(FaceExcerpt::padded).sum();
        ByteBuffer file = ByteBuffer.allocate(start + size);
        file.putInt(0x0001_0000)
                .putShort((short) tables.size())
                .putShort((short) 0)
                .putInt(0);
        int at = start;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            file.put(table.getKey().getBytes(StandardCharsets.US_ASCII)).putInt(0);
            file.putInt(at).putInt(table.getValue().length);
            file.put(at, table.getValue());
            at += padded(table.getValue());
        }
        return file.array();
    }

    private static int padded(byte[] table) {
        return table.length + 3 & ~3;
    }
}
