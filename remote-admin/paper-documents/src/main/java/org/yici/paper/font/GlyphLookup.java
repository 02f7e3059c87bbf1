package org.yici.paper.font;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Which glyph shows a code point: the full Unicode subtable of a face's {@code cmap} (platform 3, encoding 10, format 12), searched as it
 * lies in the file.
 */
final class GlyphLookup {
    private static final int FULL_UNICODE = 3 << 16 | 10;
    private static final int GROUP = 12;

    private final ByteBuffer groups;

    private GlyphLookup(ByteBuffer groups) {
        this.groups = groups;
    }

    static GlyphLookup of(TrueTypeFile face) throws IOException {
        ByteBuffer records = face.part("cmap", 0, 4);
        int count = records.getShort(2);
        records = face.part("cmap", 4, 8 * count);
        for (int i = 0; i < count; i++) {
            if (records.getInt(8 * i) == FULL_UNICODE) {
                return at(face, Integer.toUnsignedLong(records.getInt(8 * i + 4)));
            }
        }
        throw new IOException("maps no full Unicode");
    }

    private static GlyphLookup at(TrueTypeFile face, long subtable) throws IOException {
        ByteBuffer head = face.part("cmap", subtable, 16);
        if (head.getShort(0) != 12) {
            throw new IOException("maps full Unicode in format " + head.getShort(0) + ", not 12");
        }
        return new GlyphLookup(face.part("cmap", subtable + 16, Math.multiplyExact(GROUP, head.getInt(12))));
    }

    /** 0 if the face has no glyph for it. */
    int glyph(int codePoint) {
        int low = 0;
        int high = groups.limit() / GROUP - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (codePoint < groups.getInt(middle * GROUP)) {
                high = middle - 1;
            } else if (codePoint > groups.getInt(middle * GROUP + 4)) {
                low = middle + 1;
            } else {
                return groups.getInt(middle * GROUP + 8) + codePoint - groups.getInt(middle * GROUP);
            }
        }
        return 0;
    }
}
